using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Application.Privacy.Notices;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Application.Versions;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Requests;

/// <summary>Writes one file after the other; rows go from the database into the archive without being held. Who of the platform did something is left out: that is those people's data.</summary>
internal sealed class PartnerExport(JeongsanContext db, ZipArchive zip, Partner partner, DateTimeOffset at)
{
    private static readonly JsonSerializerOptions Indented = new(StorageJson.Options) { WriteIndented = true };

    private readonly PartnerExportPage _page = new(partner, at);

    public async Task WriteAsync(CancellationToken ct)
    {
        var stops = await db.Set<ProcessingStop>().Where(stop => stop.PartnerId == partner.Id).OrderBy(stop => stop.StoppedAt).ToListAsync(ct);
        await TextAsync("profile.json", JsonSerializer.Serialize(new
        {
            partner.Id,
            Profile = partner.Profile(),
            partner.Status,
            partner.NtsConnection,
            partner.NtsConnectionFailedReason,
            partner.IsArchived,
            partner.CreatedAt,
            partner.AppliedAt,
            partner.ScheduledAt,
            partner.ScheduledChange,
            ProcessingStops = stops.Select(stop => new { stop.StoppedAt, stop.RequestId, stop.LiftedAt, stop.LiftReason }),
        }, Indented), ct);
        await VersionsAsync(ct);
        await HistoryAsync(ct);
        await SettlementsAsync(ct);
        await PayoutsAsync(ct);
        await InvoicesAsync(ct);
        await StatementsAsync(ct);
        await NoticesAsync(ct);
        await DisclosuresAsync(ct);
        await AccessesAsync(ct);
        await RequestsAsync(ct);
        await TextAsync("개인정보.html", _page.Html(), ct);
    }

    private Task VersionsAsync(CancellationToken ct)
    {
        var id = partner.Id.Value;
        return RowsAsync("versions.json", db.Set<VersionRow>().Where(row => row.Subject == CreatePartners.Subject && row.SubjectId == id).OrderBy(row => row.Version),
            row => new { row.Version, row.AppliedAt, row.RecordedAt, Content = row.Read<PartnerSnapshot>() }, ct);
    }

    private Task HistoryAsync(CancellationToken ct)
    {
        var id = partner.Id.Value;
        return RowsAsync("history.json", db.Set<HistoryRow>().Where(row => row.Subject == CreatePartners.Subject && row.SubjectId == id).OrderBy(row => row.Sequence),
            row => new { row.At, row.What, row.FromState, row.ToState, row.Why, By = row.ActorKind }, ct);
    }

    private Task SettlementsAsync(CancellationToken ct)
    {
        var table = _page.Table("정산 내역", "정산일", "상태", "정산 금액", "번호");
        return RowsAsync("settlements.json", db.Set<PartnerSettlement>().Where(row => row.PartnerId == partner.Id).OrderBy(row => row.SettlementDate).ThenBy(row => row.Id), row =>
        {
            table.Add(KoreanWords.DateInTable(row.SettlementDate), ExportWords.Of(row.Status), KoreanWords.Won(row.SignedSettlement.Value), row.Id.Value);
            return new { row.Id, row.Kind, row.Status, row.SettlementDate, row.SettlementCurrency, row.Amounts, row.SignedSettlement, row.SignedSettlementTaxFree, row.TransferCount, row.Memo, row.CreatedAt, row.PayoutId, row.Partner };
        }, ct);
    }

    private Task PayoutsAsync(CancellationToken ct)
    {
        var table = _page.Table("지급", "만든 때", "상태", "지급 금액", "원천징수 세액", "번호");
        return RowsAsync("payouts.json", db.Set<Payout>().Where(row => row.PartnerId == partner.Id).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id), row =>
        {
            table.Add(KoreanWords.InstantInTable(row.CreatedAt), ExportWords.Of(row.Status), KoreanWords.Won(row.Amount.Value), KoreanWords.Won(row.IncomeTaxAmount.Value + row.LocalIncomeTaxAmount.Value), row.Id.Value);
            return new
            {
                row.Id,
                row.Status,
                row.CreatedAt,
                row.ScheduledAt,
                row.PaidAt,
                row.FailReason,
                row.Memo,
                row.Account,
                row.Currency,
                row.SettlementAmount,
                row.Amount,
                row.SupplyAmount,
                row.TaxFreeAmount,
                row.VatAmount,
                row.IncomeTaxAmount,
                row.LocalIncomeTaxAmount,
                row.DepositMemo,
                row.TaxInvoiceId,
                row.TaxFreeInvoiceId,
                row.Partner,
            };
        }, ct);
    }

    /// <summary>Written for this partner, or under its business number where no partner stands in the invoice.</summary>
    private async Task InvoicesAsync(CancellationToken ct)
    {
        var (id, number) = (partner.Id, partner.BusinessRegistrationNumber);
        var mine = db.Set<TaxInvoice>().Where(row => row.PartnerId == id || (row.PartnerId == null && number != null && (row.SupplierBrn == number || row.RecipientBrn == number)));
        var table = _page.Table("세금계산서", "작성일자", "상태", "합계 금액", "승인번호");
        await RowsAsync("tax-invoices.json", mine.OrderBy(row => row.WriteDate).ThenBy(row => row.Id), row =>
        {
            table.Add(KoreanWords.DateInTable(row.WriteDate), ExportWords.Of(row.Status), KoreanWords.Won(row.TotalAmount.Value), row.NtsApprovalNumber ?? "");
            return new
            {
                row.Id,
                row.Status,
                row.Taxation,
                row.Issuance,
                row.Document,
                row.WriteDate,
                row.TotalSupplyAmount,
                row.TotalTaxAmount,
                row.TotalAmount,
                row.NtsApprovalNumber,
                row.IssuedAt,
                row.NtsSentAt,
                row.PayoutId,
                row.Content,
            };
        }, ct);
        var documents = db.Set<SignedDocument>().Where(document => mine.Any(row => row.Id == document.Id)).OrderBy(document => document.Id);
        await foreach (var document in documents.AsAsyncEnumerable().WithCancellation(ct))
        {
            await TextAsync($"tax-invoices/{(document.ApprovalNumber.Length > 0 ? document.ApprovalNumber : document.Id.Value)}.xml", document.Xml, ct);
        }
    }

    private Task StatementsAsync(CancellationToken ct)
    {
        var table = _page.Table("보내 드린 정산내역서", "만든 때", "상태", "받는 주소", "지급 번호");
        return RowsAsync("statements.json", db.Set<StatementSending>().Where(row => row.PartnerId == partner.Id).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id), row =>
        {
            table.Add(KoreanWords.InstantInTable(row.CreatedAt), ExportWords.Of(row.Status), row.Email, row.PayoutId.Value);
            return new { row.Id, row.PayoutId, row.Status, row.Email, row.CreatedAt, row.SentAt, row.OpenedAt, row.FailReason };
        }, ct);
    }

    private async Task NoticesAsync(CancellationToken ct)
    {
        await RowsAsync("notices.json", db.Set<PartnerNotice>().Where(row => row.PartnerId == partner.Id).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id),
            row => new { row.Id, row.Channel, row.NoticeNumber, row.RegisterRevision, row.Delivery, row.FailReason, row.Where, row.ContractDate, row.CreatedAt, row.DeliveredAt }, ct);
        var table = _page.Table("법에 따라 알려 드린 것", "만든 때", "제목", "결과");
        var legal = await db.Set<LegalNotice>().Where(row => row.PartnerId == partner.Id).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(ct);
        var told = new List<object>();
        foreach (var row in legal)
        {
            table.Add(KoreanWords.InstantInTable(row.CreatedAt), row.Title, SubjectRequestWords.Of(row.Delivery));
            told.Add(new { row.Id, row.Kind, row.Title, Text = await LegalNoticeWork.TextAsync(db, row, ct), row.To, row.Delivery, row.FailReason, row.CreatedAt, row.DeliveredAt, row.ToldHow, row.ToldOn });
        }
        await TextAsync("legal-notices.json", JsonSerializer.Serialize(told, Indented), ct);
    }

    private async Task DisclosuresAsync(CancellationToken ct)
    {
        var (id, number) = (partner.Id.Value, partner.BusinessRegistrationNumber?.Value);
        var names = await db.Set<ConsignmentProcessor>().ToDictionaryAsync(row => row.Id, row => row.Name, ct);
        var table = _page.Table("누구에게 무엇을 보냈나", "때", "받은 곳", "무엇을 위해", "항목");
        var lines = db.Set<DisclosureLine>().Where(row => (row.SubjectKind == DataSubjectKind.Partner && row.SubjectId == id) || (row.SubjectKind == DataSubjectKind.Counterparty && row.SubjectId == number));
        await RowsAsync("disclosures.json", lines.OrderBy(row => row.At).ThenBy(row => row.MessageKey), row =>
        {
            var to = names.GetValueOrDefault(row.ProcessorId, row.ProcessorId.Value);
            table.Add(KoreanWords.InstantInTable(row.At), to, PrivacyWords.Of(row.Work), string.Join(", ", row.Items.Select(PrivacyWords.Of)));
            return new { row.At, Processor = to, row.Work, row.Items, row.MessageType };
        }, ct);
    }

    /// <summary>That somebody looked, when and at what; whoever else was in the same list is left out.</summary>
    private async Task AccessesAsync(CancellationToken ct)
    {
        var table = _page.Table("언제 누가 열어 보았나", "때", "누가", "본 항목");
        var records = await FindAccesses.In(db, new AccessFilter(partner.Id), ct);
        await RowsAsync("accesses.json", records.OrderBy(row => row.Number), row =>
        {
            table.Add(KoreanWords.InstantInTable(row.At), ExportWords.Of(row.ActorKind), string.Join(", ", row.Items.Select(PrivacyWords.Of)));
            return new { row.At, row.Operation, row.Items, By = row.ActorKind };
        }, ct);
    }

    private Task RequestsAsync(CancellationToken ct)
    {
        var table = _page.Table("개인정보에 대해 요구하신 것", "받은 날", "종류", "상태", "내용");
        return RowsAsync("requests.json", db.Set<SubjectRequest>().Where(row => row.PartnerId == partner.Id).OrderBy(row => row.ReceivedOn).ThenBy(row => row.Id), row =>
        {
            table.Add(KoreanWords.DateInTable(row.ReceivedOn), SubjectRequestWords.Of(row.Kind), SubjectRequestWords.Of(row.Status), row.Asked);
            return new { row.Id, row.Kind, row.Channel, row.Status, row.ReceivedOn, row.DueOn, row.DeferredUntil, row.DeferralReason, row.Asked, row.Ground, row.Words, row.Corrections, row.Erased, row.Kept, row.DecidedAt, row.AnsweredAt };
        }, ct);
    }

    private async Task RowsAsync<T>(string name, IQueryable<T> rows, Func<T, object> view, CancellationToken ct)
    {
        await using var stream = await zip.CreateEntry(name, CompressionLevel.Optimal).OpenAsync(ct);
        await JsonSerializer.SerializeAsync(stream, Views(rows, view, ct), Indented, ct);
    }

    private static async IAsyncEnumerable<object> Views<T>(IQueryable<T> rows, Func<T, object> view, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return view(row);
        }
    }

    private async Task TextAsync(string name, string text, CancellationToken ct)
    {
        await using var stream = await zip.CreateEntry(name, CompressionLevel.Optimal).OpenAsync(ct);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
    }
}
