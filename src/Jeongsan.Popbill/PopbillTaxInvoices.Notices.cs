using System.Text;

namespace Jeongsan.Popbill;

/// <summary>Mails, messages, faxes and their settings.</summary>
public sealed partial class PopbillTaxInvoices
{
    private const int PhoneLengthMax = 20;
    private const int SmsBytesMax = 90;

    /// <summary>Sends the invoice's mail to another address as well.</summary>
    public Task<PopbillResult> SendEmailAsync(string corpNum, InvoiceSide side, string key, string receiver, CancellationToken ct)
    {
        PopbillLimits.RequiredLength("receiver", receiver, 100);
        return _client.PostAsync<PopbillResult>(corpNum, Path(side, key), "EMAIL", new { receiver }, ct);
    }

    /// <summary>Sends a text message about the invoice; costs points. The sender's number must be registered at Popbill. Not for drafts.</summary>
    /// <param name="contents">At most 90 bytes, Korean letters counting two.</param>
    public Task<PopbillResult> SendSmsAsync(string corpNum, InvoiceSide side, string key, string sender, string receiver, string contents, CancellationToken ct)
    {
        PopbillLimits.RequiredLength("sender", sender, PhoneLengthMax);
        PopbillLimits.RequiredLength("receiver", receiver, PhoneLengthMax);
        PopbillLimits.Required("contents", contents);
        if (contents.EnumerateRunes().Sum(r => r.IsAscii ? 1 : 2) > SmsBytesMax) throw PopbillLimits.Problem("contents", PopbillFieldRule.TooLong, SmsBytesMax);
        return _client.PostAsync<PopbillResult>(corpNum, Path(side, key), "SMS", new { sender, receiver, contents }, ct);
    }

    /// <summary>Faxes the invoice; costs points. Not for drafts.</summary>
    public Task<PopbillResult> SendFaxAsync(string corpNum, InvoiceSide side, string key, string sender, string receiver, CancellationToken ct)
    {
        PopbillLimits.RequiredLength("sender", sender, PhoneLengthMax);
        PopbillLimits.RequiredLength("receiver", receiver, PhoneLengthMax);
        return _client.PostAsync<PopbillResult>(corpNum, Path(side, key), "FAX", new { sender, receiver }, ct);
    }

    public Task<IReadOnlyList<EmailSetting>> EmailSettingsAsync(string corpNum, CancellationToken ct) =>
        _client.GetAsync<IReadOnlyList<EmailSetting>>(corpNum, "/Taxinvoice/EmailSendConfig", ct);

    /// <summary>Switches one kind of mail on or off for the company, for example TAX_REQUEST.</summary>
    public Task<PopbillResult> SetEmailAsync(string corpNum, string emailType, bool send, CancellationToken ct)
    {
        PopbillLimits.Required("EmailType", emailType);
        return _client.PostAsync<PopbillResult>(corpNum, $"/Taxinvoice/EmailSendConfig?EmailType={Uri.EscapeDataString(emailType)}&SendYN={(send ? "True" : "False")}", null, null, ct);
    }

    /// <summary>True when invoices are filed at once on issue, false when on the next business day. Set on Popbill's web site only.</summary>
    public async Task<bool> FilesAtOnceAsync(string corpNum, CancellationToken ct) => (await _client.GetAsync<NtsConfig>(corpNum, "/Taxinvoice/SendToNTSConfig", ct)).SendToNTS;

    public Task<IReadOnlyList<EmailPublicKey>> EmailPublicKeysAsync(string corpNum, CancellationToken ct) =>
        _client.GetAsync<IReadOnlyList<EmailPublicKey>>(corpNum, "/Taxinvoice/EmailPublicKeys", ct);

    private sealed record NtsConfig(bool SendToNTS);
}
