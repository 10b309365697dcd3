using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Jeongsan.Etax.Benchmarks;

// The list of figures in three minutes: dotnet run -c Release --project benchmarks/Jeongsan.Etax.Benchmarks -- measure
if (args is ["measure"])
{
    Measure.Run();
    return;
}

// In process and short: what counts are ratios within one process. Run: dotnet run -c Release --project benchmarks/Jeongsan.Etax.Benchmarks
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromTypes([typeof(SigningBenchmarks), typeof(VerifyingBenchmarks), typeof(FormBenchmarks)]).Run(args.Length == 0 ? ["--filter", "*"] : args, config);
