using System.Globalization;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax;
using Jeongsan.Etax.Pdf;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Jeongsan.Application.Mails;

/// <summary>A mail as decided: who gets which words.</summary>
public sealed record OutgoingMail(string FromName, string ReplyTo, string To, string Subject, string Html, string Text)
{
    /// <summary>Null where nothing goes with it.</summary>
    public MailedForm? Form { get; init; }

    /// <summary>Null where it is true whenever it arrives.</summary>
    public MailedReminder? Reminder { get; init; }

    /// <summary>The thing on whose time line it is told that the mail did not arrive; null where it is about nothing but the receiver.</summary>
    public MailedAbout? About { get; init; }
}

/// <param name="Subject">As time lines name it.</param>
public sealed record MailedAbout(string Subject, string Id);

/// <summary>The mail is worth sending only while the supplier has not acted, and nothing more urgent was said.</summary>
public sealed record MailedReminder(TaxInvoiceId TaxInvoiceId, DeadlineReminderKind Kind);

/// <summary>Sends mails, or puts them into the mailbox. The Message-Id derives from the message's key.</summary>
internal abstract class MailHandler(MailOptions options, MailboxFailures failures, TimeProvider time) : OutboxHandler
{
    /// <summary>What stands behind the key in a Message-Id.</summary>
    internal const string MessageIdSide = "@jeongsan";

    private const string NotNow = "받는 쪽 메일 서버가 지금은 받지 못한다고 답했습니다. 자동으로 다시 보냅니다.";
    private const string AddressRefused = "받는 쪽 메일 서버가 이 주소를 거절했습니다. 주소를 확인하고 다시 보내 주세요.";
    private const int SmtpTimeoutMs = 30_000;

    /// <summary>RFC 5321, 4.2.1: from here on an answer is final, below it is worth another try.</summary>
    private const int FirstFinalCode = 500;

    protected MailOptions Options => options;

    protected async Task<Delivery> DeliverAsync(OutboxMessage message, OutgoingMail mail, MailAttachment? attachment, CancellationToken ct)
    {
        var messageId = message.Key + MessageIdSide;
        if (options.SmtpHost is null)
        {
            if (message.Tenant.Mode == Mode.Test && Failed(message, mail, ct) is { } failed)
            {
                return failed;
            }
            return new Delivery.Finished(async work =>
            {
                await KeepAsync(work, messageId, mail, attachment, ct);
                await work.NoteSentAsync(message, mail, ct);
            });
        }
        using var smtp = new SmtpClient { Timeout = SmtpTimeoutMs };
        try
        {
            await smtp.ConnectAsync(options.SmtpHost, options.SmtpPort, SecureSocketOptions.Auto, ct);
            if (options.SmtpUser is not null)
            {
                await smtp.AuthenticateAsync(options.SmtpUser, options.SmtpPassword ?? "", ct);
            }
            using var mime = Compose(mail, attachment, messageId);
            await smtp.SendAsync(mime, ct);
            await smtp.DisconnectAsync(quit: true, ct);
        }
        catch (SmtpCommandException refused) when (refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted)
        {
            return Refused(message, mail, refused, ct);
        }
        catch (AuthenticationException)
        {
            return new Delivery.Later("메일 서버가 로그인을 거절했습니다. SMTP 사용자와 비밀번호 설정을 확인해 주세요.");
        }
        return new Delivery.Finished(work => work.NoteSentAsync(message, mail, ct));
    }

    /// <summary>As a mail server would say it; null when nothing is to fail.</summary>
    private Delivery? Failed(OutboxMessage message, OutgoingMail mail, CancellationToken ct) =>
        failures.Take(MailboxFailure.Unavailable) ? new Delivery.Later(NotNow)
        : failures.Take(MailboxFailure.AddressRefused)
            ? new Delivery.Stuck(AddressRefused) { Close = work => work.NoteRefusedAsync(message, mail, "550 5.1.1 No such user here", ct) }
            : null;

    private static Delivery Refused(OutboxMessage message, OutgoingMail mail, SmtpCommandException refused, CancellationToken ct)
    {
        var code = (int)refused.StatusCode;
        if (code < FirstFinalCode)
        {
            return new Delivery.Later(NotNow);
        }
        var words = refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted
            ? AddressRefused
            : "메일 서버가 이 메일을 받지 않았습니다. 이유를 확인하고 다시 보내 주세요.";
        return new Delivery.Stuck(words) { Close = work => work.NoteRefusedAsync(message, mail, string.Create(CultureInfo.InvariantCulture, $"{code} {refused.Message}"), ct) };
    }

    private static async Task KeepAsync(Work work, string messageId, OutgoingMail mail, MailAttachment? attachment, CancellationToken ct)
    {
        if (await work.Db.Set<MailboxMail>().AnyAsync(row => row.Id == messageId, ct))
        {
            return;
        }
        work.Db.Add(new MailboxMail
        {
            MerchantId = work.Tenant.Merchant,
            Mode = work.Tenant.Mode,
            Id = messageId,
            FromName = mail.FromName,
            ReplyTo = mail.ReplyTo,
            To = mail.To,
            Subject = mail.Subject,
            Html = mail.Html,
            Text = mail.Text,
            AttachmentName = attachment?.Name,
            Attachment = attachment?.Content,
            SentAt = work.Now,
        });
    }

    private MimeMessage Compose(OutgoingMail mail, MailAttachment? attachment, string messageId)
    {
        var mime = new MimeMessage { Subject = mail.Subject, MessageId = messageId, Date = time.GetUtcNow() };
        mime.From.Add(new MailboxAddress(mail.FromName, options.FromAddress));
        mime.ReplyTo.Add(MailboxAddress.Parse(mail.ReplyTo));
        mime.To.Add(MailboxAddress.Parse(mail.To));
        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html };
        if (attachment is not null)
        {
            body.Attachments.Add(attachment.Name, attachment.Content, ContentType.Parse(MailAttachment.MediaType));
        }
        mime.Body = body.ToMessageBody();
        options.Signature?.Sign(mime);
        return mime;
    }
}

/// <summary>Mails to partners and counterparties.</summary>
internal sealed class SendMail(Store store, MailOptions options, MailboxFailures failures, TimeProvider time) : MailHandler(options, failures, time)
{
    public const string MessageType = "Mail.Send";
    public static readonly CarriedData.OfPartners Carried = new(EntrustedWork.Mail, PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact, PersonalDataItem.SettlementLines);

    public override string Type => MessageType;

    public override CarriedData Carries => Carried;

    public override bool ForgetsPayload => true;

    public override async Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var mail = message.Read<OutgoingMail>();
        if (mail.Reminder is { } reminder && !await IsStillTrueAsync(message.Tenant, reminder, ct))
        {
            return new Delivery.Finished(work => Task.CompletedTask);
        }
        return await DeliverAsync(message, mail, mail.Form is { } form ? await DrawAsync(message.Tenant, form, ct) : null, ct);
    }

    /// <summary>It may have waited for the mail server, or for a person, while the supplier approved.</summary>
    private async Task<bool> IsStillTrueAsync(Tenant tenant, MailedReminder reminder, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        var invoice = await db.Set<TaxInvoice>().SingleAsync(row => row.Id == reminder.TaxInvoiceId, ct);
        return !invoice.IsDeleted && TaxInvoiceLifecycle.AwaitsSupplier(invoice.Status) && invoice.Reminded == reminder.Kind;
    }

    private async Task<MailAttachment> DrawAsync(Tenant tenant, MailedForm form, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        var invoice = await db.Set<TaxInvoice>().SingleAsync(row => row.Id == form.TaxInvoiceId, ct);
        var copy = form.IsSuppliersCopy ? FormCopy.Supplier : FormCopy.Recipient;
        return new MailAttachment($"{invoice.NtsApprovalNumber ?? invoice.Id.Value}.pdf", TaxInvoicePdf.RenderPdf(EtaxForm.Of(invoice), copy));
    }
}

/// <summary>Mails to the platform's own people.</summary>
internal sealed class SendStaffMail(MailOptions options, MailboxFailures failures, TimeProvider time) : MailHandler(options, failures, time)
{
    public const string MessageType = "Mail.SendStaff";

    public override string Type => MessageType;

    public override CarriedData Carries => new CarriedData.Nothing("to the platform's own people, about its own company");

    public override bool ForgetsPayload => true;

    public override Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct) => DeliverAsync(message, message.Read<OutgoingMail>(), attachment: null, ct);
}

internal static class MailWork
{
    /// <summary>Decides a mail to a partner or counterparty. The key is what makes it one mail. Who was not told yet gets none: it is held and shown.</summary>
    public static Task SendMailAsync(this Work work, DataSubject to, string key, OutgoingMail mail, CancellationToken ct) =>
        work.SendOrHoldAsync(SendMail.Carried.About(to), SendMail.MessageType, key, $"Mail:{key}", mail, ct);

    /// <summary>Decides a mail to one of the platform's own people.</summary>
    public static void SendStaffMail(this Work work, string key, OutgoingMail mail) =>
        work.Send(Mails.SendStaffMail.MessageType, key, $"Mail:{key}", mail);
}
