using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Jeongsan.Application.Storage;
using Jeongsan.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Jeongsan.Server.Tests;

/// <summary>A wrong setting ends the start with one line that names the setting and the mend.</summary>
public sealed class WrongSettingTests
{
    [Fact]
    public async Task Start_PortTaken_NamesPortAndMend()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        await AssertEndsAsync("JEONGSAN_PORT", port, $"JEONGSAN_PORT: {port} 포트를 다른 프로그램이 쓰고 있습니다. 그 프로그램을 끝내거나 다른 번호를 지정해 주세요");
    }

    [Fact]
    public async Task Start_EmulatorsPortTaken_NamesPortAndMend()
    {
        using var ports = Ports.Claim();
        using var other = new TcpListener(IPAddress.Loopback, ports.Emulator);
        other.Start();
        await AssertEndsAsync("JEONGSAN_PORT", ports.Main.ToString(CultureInfo.InvariantCulture), $"JEONGSAN_PORT: {ports.Emulator} 포트를 다른 프로그램이 쓰고 있습니다.");
    }

    [Fact]
    public async Task Start_FolderNotWritable_NamesFolderAndMend()
    {
        // Below a file there can be no folder, whoever asks: permissions alone don't keep root out.
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var below = Path.Combine(file, "data");
        await AssertEndsAsync("JEONGSAN_DATA", below, $"JEONGSAN_DATA: '{below}' 폴더에 쓸 수 없습니다. 쓰기 권한을 주거나 다른 폴더를 지정해 주세요.");
    }

    [Fact]
    public async Task Start_PostgreSqlUnreachable_NamesDatabaseAndMend()
    {
        using var ports = Ports.Claim();
        await AssertEndsAsync(
            "JEONGSAN_DATABASE",
            $"Host=127.0.0.1;Port={ports.Main};Username=jeongsan;Password=hidden-word;Database=jeongsan",
            "JEONGSAN_DATABASE: PostgreSQL 서버에 연결할 수 없습니다. 서버가 켜져 있는지, Host와 Port가 맞는지 확인해 주세요.");
    }

    [Theory]
    [InlineData("JEONGSAN_PORT", "fifty", "포트 번호가 아닙니다. 1에서 65534 사이의 숫자를 적어 주세요.")]
    [InlineData("JEONGSAN_PORT", "65535", "포트 번호가 아닙니다. 1에서 65534 사이의 숫자를 적어 주세요.")]
    [InlineData("JEONGSAN_DATABASE", "hidden-word", "연결 문자열을 읽을 수 없습니다.")]
    [InlineData("JEONGSAN_PUBLIC_ADDRESS", "jeongsan.example", "주소가 아닙니다. https://example.com 처럼 적어 주세요.")]
    [InlineData("JEONGSAN_POPBILL_ADDRESS", "ftp://popbill.example", "주소가 아닙니다. https://example.com 처럼 적어 주세요.")]
    [InlineData("JEONGSAN_BANK_ADDRESS", "http://", "주소가 아닙니다. https://example.com 처럼 적어 주세요.")]
    [InlineData("JEONGSAN_BANK_API_KEY", "hidden word", "영문자, 숫자, 기호만 쓸 수 있습니다.")]
    [InlineData("JEONGSAN_BANK_CALLBACK_SECRET", "hidden-word", "서명 비밀키가 아닙니다. whsec_ 다음에 24~64바이트를 Base64로 적어 주세요.")]
    [InlineData("JEONGSAN_MAIL_BOUNCE_SECRET", "whsec_c2hvcnQ=", "서명 비밀키가 아닙니다. whsec_ 다음에 24~64바이트를 Base64로 적어 주세요.")]
    [InlineData("JEONGSAN_API_SECRET", "hidden-word", "너무 짧습니다. 16자 이상으로 적거나, 비워 두면 자동으로 만듭니다.")]
    [InlineData("JEONGSAN_WEBHOOK_INTERNAL", "yes", "allow 또는 deny만 쓸 수 있습니다.")]
    [InlineData("JEONGSAN_TRUSTED_PROXIES", "127.0.0.1, proxy.example", "'proxy.example'은(는) IP 주소가 아닙니다. 127.0.0.1이나 10.0.0.0/8처럼 적고, 여럿이면 쉼표로 나누어 주세요.")]
    public Task Start_MalformedSetting_NamesSettingAndMend(string setting, string value, string said) => AssertEndsAsync(setting, value, said);

    [Theory]
    [InlineData(null, "파일을 읽을 수 없습니다. 경로와 읽기 권한을 확인해 주세요.")]
    [InlineData("hidden-word", "RSA 비밀키(PEM, 1024비트 이상)가 아닙니다. 'openssl genrsa -out dkim.pem 2048'로 만든 파일을 지정해 주세요.")]
    public async Task Start_WrongDkimKey_NamesFileAndMend(string? content, string said)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "dkim.pem");
        if (content is not null)
        {
            await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
        }
        await AssertEndsAsync("JEONGSAN_DKIM_KEY_FILE", file, said, ("JEONGSAN_DKIM_DOMAIN", "market.example"), ("JEONGSAN_DKIM_SELECTOR", "jeongsan"));
    }

    [Fact]
    public Task Start_DkimWithoutSelector_NamesWhatIsMissing() => AssertEndsAsync(
        "JEONGSAN_DKIM_SELECTOR", "", "함께 설정해야 합니다. 빠진 것을 설정해 주세요.", ("JEONGSAN_DKIM_DOMAIN", "market.example"), ("JEONGSAN_DKIM_KEY_FILE", "/dkim.pem"));

    [Fact]
    public async Task Start_WithoutTheMasterKeyOfTheDatabase_NamesFileAndMend()
    {
        using var folder = new TemporaryFolder();
        var (data, key) = (Path.Combine(folder.Path, "data"), Path.Combine(folder.Path, "master.key"));
        Directory.CreateDirectory(data);
        await using (var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddStorage(new StorageOptions { DataFolder = data, MasterKeyFile = key }).BuildServiceProvider())
        {
            await services.GetRequiredService<Migrator>().RunAsync(TestContext.Current.CancellationToken);
        }
        File.Delete(key);
        await AssertEndsAsync("JEONGSAN_MASTER_KEY_FILE", key, $"'{key}' 파일이 없습니다. 이 데이터베이스의 계좌번호와 연락처는 그 키로만 읽을 수 있습니다.", ("JEONGSAN_DATA", data));
        Assert.False(File.Exists(key));
    }

    private static async Task AssertEndsAsync(string setting, string value, string said, params (string Name, string Value)[] others)
    {
        var (exitStatus, output) = await ServerProcess.RunToEndAsync(
            others.Append((Name: setting, Value: value)).ToDictionary(one => one.Name, one => one.Value), TestContext.Current.CancellationToken);
        var line = Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"{setting}: ", line, StringComparison.Ordinal);
        Assert.Contains(said, line, StringComparison.Ordinal);
        // Secrets of a wrong setting don't end in a log.
        Assert.DoesNotContain("hidden-word", line, StringComparison.Ordinal);
        Assert.NotEqual(0, exitStatus);
    }
}
