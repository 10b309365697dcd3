using Mono.Cecil;
using Mono.Cecil.Cil;
using Xunit;

namespace Jeongsan.Architecture.Tests;

/// <summary>House rules over what was compiled: also sees what pages (.razor) and lambdas call.</summary>
public sealed class CompiledCodeTests
{
    private static readonly string[] Clock =
    [
        "System.DateTime System.DateTime::get_Now()",
        "System.DateTime System.DateTime::get_UtcNow()",
        "System.DateTime System.DateTime::get_Today()",
        "System.DateTimeOffset System.DateTimeOffset::get_Now()",
        "System.DateTimeOffset System.DateTimeOffset::get_UtcNow()",
    ];

    private static readonly string[] Waits = ["::get_Result()", "::GetResult()", "::Wait(", "::WaitAll(", "::WaitAny(", "::Sleep("];

    private static IReadOnlyList<ModuleDefinition> Modules { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Jeongsan.*.dll")
            .Where(file => !file.EndsWith(".Tests.dll", StringComparison.Ordinal) && !file.EndsWith("TestKit.dll", StringComparison.Ordinal))
            .Select(ModuleDefinition.ReadModule),
    ];

    [Fact]
    public void Product_ReadsNoWallClock() =>
        Assert.Empty(Calls().Where(call => Clock.Contains(call.Called)).Select(call => $"{call.Caller} → {call.Called}"));

    [Fact]
    public void Product_BlocksOnNothing() =>
        Assert.Empty(Calls().Where(call => IsWait(call.Called) && !IsCompilersOwn(call.Caller)).Select(call => $"{call.Caller} → {call.Called}"));

    /// <summary>The scan must see calls, or the other tests hold nothing.</summary>
    [Fact]
    public void Scan_SeesCallsAndKnowsAWait()
    {
        Assert.Contains(Calls(), call => call.Caller.Contains("Jeongsan.Domain.Money.Vat::Inside", StringComparison.Ordinal) && call.Called.Contains("MultiplyDivide", StringComparison.Ordinal));
        Assert.True(IsWait("!0 System.Threading.Tasks.Task`1<System.Int32>::get_Result()"));
        Assert.True(IsWait("System.Void System.Runtime.CompilerServices.TaskAwaiter::GetResult()"));
        Assert.True(IsWait("System.Void System.Threading.Tasks.Task::Wait()"));
        Assert.False(IsWait("System.Threading.Tasks.Task System.Threading.Tasks.Task::WaitAsync(System.Threading.CancellationToken)"));
        Assert.False(IsWait("!0 Jeongsan.Some.Answer::get_Result()"));
    }

    private static IEnumerable<(string Caller, string Called)> Calls() =>
        from module in Modules
        from type in module.GetTypes()
        from method in type.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        where instruction.OpCode.Code is Code.Call or Code.Callvirt
        select (method.FullName, ((MethodReference)instruction.Operand).FullName);

    private static bool IsWait(string called) =>
        (called.Contains("System.Threading.", StringComparison.Ordinal) || called.Contains("System.Runtime.CompilerServices.", StringComparison.Ordinal))
        && Waits.Any(wait => called.Contains(wait, StringComparison.Ordinal));

    /// <summary>An await compiles to GetResult inside MoveNext; an async Main to one in &lt;Main&gt;.</summary>
    private static bool IsCompilersOwn(string caller) =>
        caller.Contains("::MoveNext()", StringComparison.Ordinal) || caller.Contains("::<Main>(", StringComparison.Ordinal);
}
