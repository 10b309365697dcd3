using Jeongsan.Etax;

namespace Jeongsan.Server.Hosting;

/// <summary>Verifies signed documents; ends 0 only if each is valid.</summary>
internal static class EtaxVerifyCommand
{
    public static async Task<int> RunAsync(string[] files)
    {
        var invalid = 0;
        foreach (var file in files)
        {
            if (!File.Exists(file))
            {
                await System.Console.Error.WriteLineAsync($"{file}: 파일이 없습니다.");
                invalid++;
                continue;
            }
            var verified = EtaxVerifier.Verify(await File.ReadAllBytesAsync(file));
            System.Console.WriteLine(verified.IsValid ? $"{file}: 유효합니다." : $"{file}: 유효하지 않습니다. {verified.Reason}");
            invalid += verified.IsValid ? 0 : 1;
        }
        return invalid == 0 ? 0 : 1;
    }
}
