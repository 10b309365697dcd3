using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Jeongsan.Server.Hosting;

/// <summary>Tries what the settings name before anything is started, so that a wrong one ends with one clear line.</summary>
internal static class Preflight
{
    private const string ProbeFile = ".write-test";

    /// <exception cref="SettingException">Something can't be used.</exception>
    public static async Task CheckAsync(Settings settings, CancellationToken ct)
    {
        CheckFolder(settings.DataFolder);
        CheckPort(settings.Port, "JEONGSAN_PORT", settings.Port);
        if (settings.UsesPopbillEmulator || settings.BankAddress is null)
        {
            CheckPort(settings.EmulatorPort, "JEONGSAN_PORT", settings.Port);
        }
        if (settings.Database is not null)
        {
            await CheckDatabaseAsync(settings.Database, ct);
        }
    }

    private static void CheckFolder(string folder)
    {
        try
        {
            // Keys, links and account numbers are in it: nobody else on the machine may look.
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
            var probe = Path.Combine(folder, ProbeFile);
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingException("JEONGSAN_DATA", $"'{folder}' 폴더에 쓸 수 없습니다. 쓰기 권한을 주거나 다른 폴더를 지정해 주세요.");
        }
    }

    private static void CheckPort(int port, string setting, int configured)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            listener.Start();
        }
        catch (SocketException fault)
        {
            throw new SettingException(setting, fault.SocketErrorCode == SocketError.AccessDenied
                ? $"{port} 포트를 열 권한이 없습니다. 1024 이상의 번호를 지정해 주세요 (예: JEONGSAN_PORT=5080)."
                : $"{port} 포트를 다른 프로그램이 쓰고 있습니다. 그 프로그램을 끝내거나 다른 번호를 지정해 주세요 (예: JEONGSAN_PORT={(configured + 10) % 65000}).");
        }
    }

    private static async Task CheckDatabaseAsync(string connectionString, CancellationToken ct)
    {
        const string name = "JEONGSAN_DATABASE";
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Timeout = 5 }.ToString());
            await connection.OpenAsync(ct);
        }
        catch (ArgumentException)
        {
            throw new SettingException(name, "연결 문자열을 읽을 수 없습니다. 'Host=localhost;Database=jeongsan;Username=jeongsan;Password=…' 처럼 적어 주세요.");
        }
        catch (PostgresException refused)
        {
            throw new SettingException(name, refused.SqlState switch
            {
                PostgresErrorCodes.InvalidCatalogName => "그 이름의 데이터베이스가 없습니다. 'createdb'로 먼저 만들거나 Database= 값을 고쳐 주세요.",
                PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "PostgreSQL이 로그인을 거절했습니다. Username과 Password를 확인해 주세요.",
                _ => $"PostgreSQL이 연결을 거절했습니다 ({refused.SqlState}). 서버 로그를 확인해 주세요.",
            });
        }
        catch (Exception fault) when (fault is NpgsqlException or SocketException or TimeoutException)
        {
            throw new SettingException(name, "PostgreSQL 서버에 연결할 수 없습니다. 서버가 켜져 있는지, Host와 Port가 맞는지 확인해 주세요.");
        }
    }
}
