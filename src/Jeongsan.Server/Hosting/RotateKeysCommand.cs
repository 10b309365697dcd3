using Jeongsan.Application.Mails;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Storage.Sealing;

namespace Jeongsan.Server.Hosting;

/// <summary><c>./run rotate-keys</c>: another key for the sealed columns, and all that is stored sealed anew, while the server runs.</summary>
internal static class RotateKeysCommand
{
    public static async Task<int> RunAsync(Settings settings, CancellationToken ct)
    {
        if (settings.Database is null && !File.Exists(settings.Storage.SqlitePath))
        {
            System.Console.WriteLine("아직 데이터가 없습니다. 서버(./run)를 한 번 켠 뒤 다시 해 주세요.");
            return 1;
        }
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddStorage(settings.Storage).BuildServiceProvider();
        System.Console.WriteLine($"새 키를 만들고, 켜져 있는 서버가 모두 새 키를 쓸 때까지 {RotateKeys.UntilSeen.TotalSeconds:0}초 기다린 뒤 다시 암호화합니다.");
        var rotated = await services.GetRequiredService<RotateKeys>().RunAsync(Show, RotateKeys.UntilSeen, ct);
        System.Console.WriteLine($"""
            {KoreanWords.Digits(rotated.RowCount)}건을 새 키({rotated.KeyId})로 다시 암호화했습니다.
            이전 키 {rotated.RetiredCount}개는 쉬게 했고, 하루가 지난 뒤 이 명령을 다시 실행하면 없앱니다. 이번에 없앤 키는 {rotated.DestroyedCount}개입니다.
            """);
        return 0;
    }

    public static string Words(MasterKeyException wrong) => $"JEONGSAN_MASTER_KEY_FILE: " + wrong.Problem switch
    {
        MasterKeyProblem.Missing => $"'{wrong.Path}' 파일이 없습니다. 이 데이터베이스의 계좌번호와 연락처는 그 키로만 읽을 수 있습니다. 백업해 둔 키 파일을 되돌려 놓거나 그 위치를 지정해 주세요.",
        MasterKeyProblem.Unreadable => $"'{wrong.Path}' 파일을 읽을 수 없습니다. 읽기 권한과 내용(32바이트 키의 Base64 한 줄)을 확인해 주세요.",
        MasterKeyProblem.Unwritable => $"'{wrong.Path}' 파일을 만들 수 없습니다. 쓰기 권한을 주거나 다른 위치를 지정해 주세요.",
        MasterKeyProblem.Another => $"'{wrong.Path}' 파일은 이 데이터베이스의 키가 아닙니다. 이 데이터베이스를 처음 만든 서버의 키 파일을 지정해 주세요.",
        _ => throw new System.Diagnostics.UnreachableException(wrong.Problem.ToString()),
    };

    private static void Show(ResealProgress progress) =>
        System.Console.WriteLine($"  {progress.Table}: {KoreanWords.Digits(progress.SeenCount)}건을 보고 {KoreanWords.Digits(progress.ChangedCount)}건을 다시 암호화했습니다.");
}
