using System.Globalization;
using System.Net;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Webhooks;
using Jeongsan.Popbill;

namespace Jeongsan.Server.Hosting;

/// <summary>A setting that can't be used. The message names the setting and the mend, in Korean, on one line.</summary>
public sealed class SettingException(string setting, string problem) : Exception($"{setting}: {problem}")
{
    public string Setting { get; } = setting;
}

/// <summary>Every setting of the server, from environment variables, with its default. See docs/operations.md.</summary>
public sealed record Settings
{
    public int Port { get; init; } = 5080;
    public required string DataFolder { get; init; }
    public string? Database { get; init; }

    /// <summary>Null: in <see cref="DataFolder"/>.</summary>
    public string? MasterKeyFile { get; init; }

    /// <summary>The sample platform's API secret on first start; one is made when it is not given.</summary>
    public string? ApiSecret { get; init; }

    /// <summary>The first person who can sign in, on first start; made when not given.</summary>
    public string? OwnerEmail { get; init; }
    public string? OwnerPassword { get; init; }

    /// <summary>How people outside reach this server; links in mails begin with it.</summary>
    public required Uri PublicAddress { get; init; }

    /// <summary>Reverse proxies whose X-Forwarded-For says who calls; empty: whoever connects is the caller.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];
    public string? SmtpHost { get; init; }
    public int SmtpPort { get; init; } = 587;
    public string? SmtpUser { get; init; }
    public string? SmtpPassword { get; init; }
    public string? SmtpFrom { get; init; }
    public MailSignature? MailSignature { get; init; }

    /// <summary>What the mail provider signs its word about mails that came back with; null: none is taken.</summary>
    public string? MailBounceSecret { get; init; }

    /// <summary>Null: the emulator of Popbill, on <see cref="EmulatorPort"/>.</summary>
    public string? PopbillLinkId { get; init; }
    public string? PopbillSecretKey { get; init; }
    public Uri? PopbillAddress { get; init; }
    public Uri? PopbillAuthAddress { get; init; }

    /// <summary>Which of Popbill's own host names are used, when no address is set.</summary>
    public PopbillHosts PopbillHosts { get; init; }

    /// <summary>Calls to Popbill that this process makes in a second. Null: five at the real one, no limit at the emulator.</summary>
    public int? PopbillCallsPerSecond { get; init; }

    /// <summary>What Popbill was told to send with its events; null: its events are not taken.</summary>
    public string? PopbillWebhookKey { get; init; }

    /// <summary>Null: the bank emulator.</summary>
    public Uri? BankAddress { get; init; }

    /// <summary>What the remittance provider knows us by; null: it asks for nothing.</summary>
    public string? BankApiKey { get; init; }

    /// <summary>What the remittance provider signs its call-backs with; null: none are taken, unless they are the emulator's.</summary>
    public string? BankCallbackSecret { get; init; }
    public bool WebhookInternalAllowed { get; init; }
    public string? CrashAt { get; init; }

    public StorageOptions Storage => new() { DataFolder = DataFolder, PostgresConnection = Database, MasterKeyFile = MasterKeyFile };
    public int EmulatorPort => Port + 1;
    public bool UsesPopbillEmulator => PopbillLinkId is null;
    public Uri EmulatorAddress => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{EmulatorPort}/"));

    /// <exception cref="SettingException">A value that can't be used.</exception>
    public static Settings Read(Func<string, string?> environment)
    {
        string? Text(string name) => environment(name) is { Length: > 0 } value ? value.Trim() : null;
        var port = ReadPort(Text("JEONGSAN_PORT"), "JEONGSAN_PORT", 5080, 65534);
        var linkId = Text("JEONGSAN_POPBILL_LINK_ID");
        var secretKey = Text("JEONGSAN_POPBILL_SECRET_KEY");
        if (linkId is null != secretKey is null)
        {
            throw new SettingException(
                linkId is null ? "JEONGSAN_POPBILL_LINK_ID" : "JEONGSAN_POPBILL_SECRET_KEY", "팝빌 링크아이디와 비밀키는 함께 설정해야 합니다. 빠진 쪽을 설정해 주세요.");
        }
        return new Settings
        {
            Port = port,
            DataFolder = Path.GetFullPath(Text("JEONGSAN_DATA") ?? "data"),
            Database = Text("JEONGSAN_DATABASE"),
            MasterKeyFile = Text("JEONGSAN_MASTER_KEY_FILE") is { } keyFile ? Path.GetFullPath(keyFile) : null,
            ApiSecret = ReadApiSecret(Text("JEONGSAN_API_SECRET")),
            OwnerEmail = Text("JEONGSAN_OWNER_EMAIL"),
            OwnerPassword = ReadPassword(Text("JEONGSAN_OWNER_PASSWORD")),
            PublicAddress = ReadAddress(Text("JEONGSAN_PUBLIC_ADDRESS"), "JEONGSAN_PUBLIC_ADDRESS")
                ?? new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
            TrustedProxies = ReadNetworks(Text("JEONGSAN_TRUSTED_PROXIES"), "JEONGSAN_TRUSTED_PROXIES"),
            SmtpHost = Text("JEONGSAN_SMTP_HOST"),
            SmtpPort = ReadPort(Text("JEONGSAN_SMTP_PORT"), "JEONGSAN_SMTP_PORT", 587, 65535),
            SmtpUser = Text("JEONGSAN_SMTP_USER"),
            SmtpPassword = Text("JEONGSAN_SMTP_PASSWORD"),
            SmtpFrom = Text("JEONGSAN_SMTP_FROM"),
            MailSignature = DkimKey.Read(Text),
            MailBounceSecret = ReadSigningSecret(Text("JEONGSAN_MAIL_BOUNCE_SECRET"), "JEONGSAN_MAIL_BOUNCE_SECRET"),
            PopbillLinkId = linkId,
            PopbillSecretKey = secretKey is null ? null : ReadSecretKey(secretKey),
            PopbillAddress = ReadAddress(Text("JEONGSAN_POPBILL_ADDRESS"), "JEONGSAN_POPBILL_ADDRESS"),
            PopbillAuthAddress = ReadAddress(Text("JEONGSAN_POPBILL_AUTH_ADDRESS"), "JEONGSAN_POPBILL_AUTH_ADDRESS"),
            PopbillHosts = Text("JEONGSAN_POPBILL_HOSTS") switch
            {
                null or "ordinary" => PopbillHosts.Ordinary,
                "static" => PopbillHosts.StaticAddress,
                "accelerated" => PopbillHosts.GlobalAccelerator,
                _ => throw new SettingException("JEONGSAN_POPBILL_HOSTS", "ordinary, static, accelerated 가운데 하나만 쓸 수 있습니다. 방화벽이 주소만 허용하면 static을 쓰세요."),
            },
            PopbillCallsPerSecond = ReadCount(Text("JEONGSAN_POPBILL_CALLS_PER_SECOND"), "JEONGSAN_POPBILL_CALLS_PER_SECOND", 1000),
            PopbillWebhookKey = ReadWebhookKey(Text("JEONGSAN_POPBILL_WEBHOOK_KEY")),
            BankAddress = ReadAddress(Text("JEONGSAN_BANK_ADDRESS"), "JEONGSAN_BANK_ADDRESS"),
            BankApiKey = ReadBearer(Text("JEONGSAN_BANK_API_KEY"), "JEONGSAN_BANK_API_KEY"),
            BankCallbackSecret = ReadSigningSecret(Text("JEONGSAN_BANK_CALLBACK_SECRET"), "JEONGSAN_BANK_CALLBACK_SECRET"),
            WebhookInternalAllowed = Text("JEONGSAN_WEBHOOK_INTERNAL") switch
            {
                null or "deny" => false,
                "allow" => true,
                _ => throw new SettingException("JEONGSAN_WEBHOOK_INTERNAL", "allow 또는 deny만 쓸 수 있습니다."),
            },
            CrashAt = Text("JEONGSAN_CRASH_AT"),
        };
    }

    private static int ReadPort(string? text, string name, int otherwise, int max)
    {
        if (text is null)
        {
            return otherwise;
        }
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port >= 1 && port <= max
            ? port
            : throw new SettingException(name, $"'{text}'은(는) 포트 번호가 아닙니다. 1에서 {max} 사이의 숫자를 적어 주세요.");
    }

    private static IReadOnlyList<IPNetwork> ReadNetworks(string? text, string name) =>
    [
        .. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part =>
            IPNetwork.TryParse(part, out var network) ? network
            : IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new SettingException(name, $"'{part}'은(는) IP 주소가 아닙니다. 127.0.0.1이나 10.0.0.0/8처럼 적고, 여럿이면 쉼표로 나누어 주세요.")),
    ];

    private static int? ReadCount(string? text, string name, int max)
    {
        if (text is null)
        {
            return null;
        }
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= max
            ? count
            : throw new SettingException(name, $"'{text}'은(는) 쓸 수 없습니다. 1에서 {max} 사이의 숫자를 적어 주세요.");
    }

    private static string? ReadWebhookKey(string? text) => text is null or { Length: >= 16 and <= 200 }
        ? text
        : throw new SettingException("JEONGSAN_POPBILL_WEBHOOK_KEY", "16자에서 200자 사이로 적어 주세요. 팝빌에 알려 준 값과 같아야 합니다.");

    private static string? ReadBearer(string? text, string name) => text is null || (text.Length <= 2000 && text.All(letter => letter is > ' ' and <= '~'))
        ? text
        : throw new SettingException(name, "영문자, 숫자, 기호만 쓸 수 있습니다. 받은 키를 그대로 붙여 넣어 주세요.");

    private static string? ReadSigningSecret(string? text, string name) => text is null || SignedCall.IsSecret(text)
        ? text
        : throw new SettingException(name, "서명 비밀키가 아닙니다. whsec_ 다음에 24~64바이트를 Base64로 적어 주세요.");

    private static Uri? ReadAddress(string? text, string name)
    {
        if (text is null)
        {
            return null;
        }
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Query.Length == 0 && address.Fragment.Length == 0
            ? new Uri(text.TrimEnd('/'))
            : throw new SettingException(name, $"'{text}'은(는) 주소가 아닙니다. https://example.com 처럼 적어 주세요.");
    }

    private static string? ReadApiSecret(string? text) => text is null or { Length: >= 16 }
        ? text
        : throw new SettingException("JEONGSAN_API_SECRET", "너무 짧습니다. 16자 이상으로 적거나, 비워 두면 자동으로 만듭니다.");

    private static string? ReadPassword(string? text) => text is null or { Length: >= 12 }
        ? text
        : throw new SettingException("JEONGSAN_OWNER_PASSWORD", "너무 짧습니다. 12자 이상으로 적거나, 비워 두면 자동으로 만듭니다.");

    private static string ReadSecretKey(string text)
    {
        Span<byte> key = stackalloc byte[256];
        return text.Length <= 256 && Convert.TryFromBase64String(text, key, out _)
            ? text
            : throw new SettingException("JEONGSAN_POPBILL_SECRET_KEY", "Base64 형식이 아닙니다. 링크허브가 발급한 비밀키를 그대로 붙여 넣어 주세요.");
    }
}
