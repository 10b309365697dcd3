using Jeongsan.Application.Mails;

namespace Jeongsan.Server.Hosting;

/// <summary>The settings by which outgoing mails are signed.</summary>
internal static class DkimKey
{
    private const string DomainName = "JEONGSAN_DKIM_DOMAIN";
    private const string SelectorName = "JEONGSAN_DKIM_SELECTOR";
    private const string KeyName = "JEONGSAN_DKIM_KEY_FILE";

    /// <summary>Null where none of them is set.</summary>
    /// <exception cref="SettingException">One is missing, or the key can't be used.</exception>
    public static MailSignature? Read(Func<string, string?> text)
    {
        var (domain, selector, file) = (text(DomainName), text(SelectorName), text(KeyName));
        if (domain is null && selector is null && file is null)
        {
            return null;
        }
        foreach (var (name, value) in new[] { (DomainName, domain), (SelectorName, selector), (KeyName, file) })
        {
            if (value is null)
            {
                throw new SettingException(name, $"{DomainName}, {SelectorName}, {KeyName}는 함께 설정해야 합니다. 빠진 것을 설정해 주세요.");
            }
        }
        CheckName(DomainName, domain!);
        CheckName(SelectorName, selector!);
        return MailSignature.Of(domain!, selector!, ReadFile(file!))
            ?? throw new SettingException(KeyName, $"'{file}' 파일은 RSA 비밀키(PEM, 1024비트 이상)가 아닙니다. 'openssl genrsa -out dkim.pem 2048'로 만든 파일을 지정해 주세요.");
    }

    private static void CheckName(string name, string value)
    {
        if (Uri.CheckHostName(value) != UriHostNameType.Dns)
        {
            throw new SettingException(name, $"'{value}'은(는) 쓸 수 없습니다. DNS에 공개키를 올린 이름을 적어 주세요 (선택자._domainkey.도메인).");
        }
    }

    private static string ReadFile(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(KeyName, $"'{file}' 파일을 읽을 수 없습니다. 경로와 읽기 권한을 확인해 주세요.");
        }
    }
}
