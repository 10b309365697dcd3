using Microsoft.Extensions.Hosting;

namespace Jeongsan.Popbill.Emulator;

/// <summary>The emulator alone: <c>dotnet run --project src/Jeongsan.Popbill.Emulator [address] [data folder]</c>.</summary>
internal static class EmulatorProgram
{
    public static async Task Main(string[] args)
    {
        await using var emulator = PopbillEmulator.Create(new PopbillEmulatorOptions
        {
            Urls = args.ElementAtOrDefault(0) ?? "http://127.0.0.1:5081",
            DataFolder = args.ElementAtOrDefault(1) ?? "data",
        });
        await emulator.StartAsync();
        Console.WriteLine($"Listening on {emulator.Urls.First()}");
        await emulator.WaitForShutdownAsync();
    }
}
