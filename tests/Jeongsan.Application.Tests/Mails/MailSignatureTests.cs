using System.Security.Cryptography;
using Jeongsan.Application.Mails;
using Jeongsan.Domain.Foundation;
using Jeongsan.TestKit;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using Xunit;

namespace Jeongsan.Application.Tests.Mails;

/// <summary>What the mail server gets is signed for the domain, as a receiver checks it with the key from the domain's DNS.</summary>
public sealed class MailSignatureTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----")]
    public async Task Send_WithAKey_ArrivesSignedAndNothingOfItCanBeChanged(string begin)
    {
        using var key = RSA.Create(2048);
        var pem = begin.Contains("RSA", StringComparison.Ordinal) ? key.ExportRSAPrivateKeyPem() : key.ExportPkcs8PrivateKeyPem();
        Assert.StartsWith(begin, pem, StringComparison.Ordinal);
        var mail = await SendAsync(MailSignature.Of("market.example", "jeongsan", pem));
        var header = Assert.Single(mail.Headers, one => one.Id == HeaderId.DkimSignature);
        Assert.All(["d=market.example", "s=jeongsan", "a=rsa-sha256"], part => Assert.Contains(part, header.Value, StringComparison.Ordinal));
        var receiver = new DkimVerifier(new Dns("jeongsan._domainkey.market.example", key));

        Assert.True(await receiver.VerifyAsync(mail, header, Ct));

        mail.Subject = "[시험마켓] 다른 제목";
        Assert.False(await receiver.VerifyAsync(mail, header, Ct));
    }

    [Fact]
    public async Task Send_WithAKey_AChangedBodyDoesNotVerify()
    {
        using var key = RSA.Create(2048);
        var mail = await SendAsync(MailSignature.Of("market.example", "jeongsan", key.ExportPkcs8PrivateKeyPem()));
        var text = mail.BodyParts.OfType<TextPart>().First();
        text.Text += "계좌가 바뀌었습니다.";

        Assert.False(await new DkimVerifier(new Dns("jeongsan._domainkey.market.example", key)).VerifyAsync(mail, mail.Headers.Single(one => one.Id == HeaderId.DkimSignature), Ct));
    }

    [Fact]
    public async Task Send_WithoutAKey_ArrivesUnsigned() => Assert.DoesNotContain((await SendAsync(null)).Headers, one => one.Id == HeaderId.DkimSignature);

    [Fact]
    public void Key_NoneOrPublicOrShortOrOfAnotherKind_IsNotUsable()
    {
        using var rsa = RSA.Create(2048);
        using var small = RSA.Create(512);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.All(
            ["", "no key", rsa.ExportSubjectPublicKeyInfoPem(), small.ExportPkcs8PrivateKeyPem(), curve.ExportPkcs8PrivateKeyPem()],
            pem => Assert.Null(MailSignature.Of("market.example", "jeongsan", pem)));
    }

    private static async Task<MimeMessage> SendAsync(MailSignature? signature)
    {
        await using var smtp = new SmtpListener();
        var options = new MailOptions { PublicAddress = new Uri("http://jeongsan.test"), SmtpHost = "127.0.0.1", SmtpPort = smtp.Port, FromAddress = "tax@market.example", Signature = signature };
        await using var world = await World.CreateAsync(DatabaseKind.Sqlite, more: services => services.AddSingleton(options));
        var platform = await Platform.CreateAsync(world);
        Platform.Must(await platform.CommandAsync(work =>
        {
            work.SendStaffMail("mail-signed", new OutgoingMail("시험마켓", "ask@market.example", "finance@market.example", "[시험마켓] 안내", $"<p>안녕하십니까. {new string('가', 2_000)}</p>", "안녕하십니까.\n.점으로 시작하는 줄"));
            return Task.FromResult<Outcome<Done>>(new Done());
        }));
        await world.StartDispatcherAsync();
        return await smtp.NextAsync(Limit);
    }

    /// <summary>A DNS that knows one name.</summary>
    private sealed class Dns(string name, RSA key) : IDkimPublicKeyLocator
    {
        public AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken) =>
            $"{selector}._domainkey.{domain}" == name ? PublicKeyFactory.CreateKey(key.ExportSubjectPublicKeyInfo()) : throw new InvalidOperationException($"No key of {domain}.");

        public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}
