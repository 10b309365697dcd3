using System.Security.Cryptography;
using Jeongsan.Application.Audit;
using Jeongsan.Application.Ledger;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Ledger;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Operations;

/// <summary>장부: the ledger, the audit that holds it against everything else, and the proofs of each night.</summary>
internal static class BookOperations
{
    public static void MapBookOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform").WithTags("장부와 대조 (자체 API)");
        routes.MapGet("/ledger/balances", GetLedgerBalances).Needs(PersonRight.See).Refuses<BooksError>();
        routes.MapGet("/ledger/lines", GetLedgerLines).Needs(PersonRight.See).Refuses<BooksError>();
        routes.MapGet("/audit", AuditTheBooks).Needs(PersonRight.See).Refuses<BooksError>();
        routes.MapGet("/audit/proofs", GetAuditProofs).Needs(PersonRight.See).Refuses<BooksError>();
        routes.MapGet("/audit/proofs/{number}", GetAuditProof).Needs(PersonRight.See).Refuses<GetAuditProofError>();
        routes.MapPost("/audit/proofs", ProveTheBooks).Needs(PersonRight.Edit).Refuses<ProveBooksError>();
        routes.MapPost("/audit/pack", DownloadAuditPack).Needs(PersonRight.Download).Shows(PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact, PersonalDataItem.SettlementLines).Refuses<BooksError>();
    }

    private static async Task<Answer<GetLedgerBalancesResponse>> GetLedgerBalances(ApiCall call, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return new GetLedgerBalancesResponse { Items = [.. (await AuditBooks.BalancesAsync(db, ct)).Select(Write)] };
    }

    /// <param name="after">The sequence of the last line that the caller has; 0 for all.</param>
    private static async Task<Answer<GetLedgerLinesResponse>> GetLedgerLines(
        ApiCall call, [FromQuery] long? after, [FromQuery] int? size, [FromQuery] Code<LedgerAccountCode>? account, [FromQuery] string? subjectId, [FromQuery] string? partnerId, Store store, CancellationToken ct)
    {
        if (size is < 1 or > ApiLimits.PageSizeMax)
        {
            return Invalid.Field("size", $"1부터 {ApiLimits.PageSizeMax}까지의 수여야 해요.");
        }
        await using var db = store.Read(call.Tenant);
        var (last, count) = (after ?? 0, size ?? ApiLimits.EventsSizeDefault);
        var lines = db.Set<LedgerLine>().Where(line => line.Sequence > last);
        if (account is { } chosen)
        {
            var one = Code.Of(chosen.Value).As<LedgerAccount>();
            lines = lines.Where(line => line.Account == one);
        }
        if (partnerId is not null)
        {
            var partner = new PartnerId(partnerId);
            lines = lines.Where(line => line.PartnerId == partner);
        }
        var rows = await lines.Where(line => subjectId == null || line.SubjectId == subjectId).OrderBy(line => line.Sequence).Take(count + 1).ToListAsync(ct);
        return new GetLedgerLinesResponse { Items = [.. rows.Take(count).Select(Write)], HasMore = rows.Count > count };
    }

    private static async Task<Answer<AuditReportView>> AuditTheBooks(ApiCall call, AuditBooks audit, CancellationToken ct) => Write(await audit.HandleAsync(call.Tenant, ct));

    /// <param name="before">The number of the last proof that the caller has; absent: the latest.</param>
    private static async Task<Answer<GetAuditProofsResponse>> GetAuditProofs(ApiCall call, [FromQuery] int? before, [FromQuery] int? size, Store store, CancellationToken ct)
    {
        if (size is < 1 or > ApiLimits.PageSizeMax)
        {
            return Invalid.Field("size", $"1부터 {ApiLimits.PageSizeMax}까지의 수여야 해요.");
        }
        await using var db = store.Read(call.Tenant);
        var (first, count) = (before ?? int.MaxValue, size ?? ApiLimits.EventsSizeDefault);
        var rows = await db.Set<AuditProof>().Where(proof => proof.Number < first).OrderByDescending(proof => proof.Number).Take(count + 1)
            .Select(proof => new AuditProofSummary { Number = proof.Number, At = proof.At, DifferenceCount = proof.DifferenceCount, Hash = proof.Hash }).ToListAsync(ct);
        return new GetAuditProofsResponse
        {
            Items = [.. rows.Take(count)],
            PublicKey = await db.Set<ProofKey>().SingleOrDefaultAsync(ct) is { } key ? PemEncoding.WriteString("PUBLIC KEY", key.PublicKey) : null,
            HasMore = rows.Count > count,
        };
    }

    private static async Task<Answer<AuditProofView>> GetAuditProof(ApiCall call, int number, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return await db.Set<AuditProof>().SingleOrDefaultAsync(proof => proof.Number == number, ct) is { } found ? Write(found) : new AuditProofNotFoundError();
    }

    private static async Task<Answer<AuditProofView>> ProveTheBooks(ApiCall call, ProveBooks prove, CancellationToken ct) =>
        (await prove.HandleAsync(call.Tenant, call.Actor, ct)).Answer(Write, refusal => refusal is ProofRefusal ? new BooksBusyError() : Invalid.Of(refusal));

    private static async Task<ZipAnswer> DownloadAuditPack(ApiCall<DownloadAuditPackBody> call, AuditPack pack, CancellationToken ct)
    {
        var (from, until) = (call.Body.From, call.Body.Until);
        return AuditPack.Allows(from, until)
            ? new ZipAnswer(await pack.FileAsync(call.Tenant, call.Actor, from, until, ct), AuditPack.FileName(from, until))
            : new ZipAnswer(Invalid.Field("until", $"from부터 {AuditPack.DaysMax}일 안의 날짜여야 해요."));
    }

    private static LedgerBalanceView Write(AuditBalance balance) => new()
    {
        Account = Code.Of(balance.Account).As<LedgerAccountCode>(),
        Name = LedgerWords.Of(balance.Account),
        Currency = Code.Of(balance.Currency).As<CurrencyCode>(),
        Amount = balance.Amount.Value,
    };

    private static LedgerLineView Write(LedgerLine line) => new()
    {
        Sequence = line.Sequence,
        EntryId = line.Entry,
        Account = Code.Of(line.Account).As<LedgerAccountCode>(),
        Currency = Code.Of(line.Currency).As<CurrencyCode>(),
        Amount = line.Amount.Value,
        Type = line.What,
        Subject = line.Subject,
        SubjectId = line.SubjectId,
        PartnerId = line.PartnerId?.Value,
        At = line.At,
    };

    private static AuditReportView Write(AuditReport report) => new()
    {
        Transfers = Write(report.Transfers),
        PartnerSettlements = Write(report.Settlements),
        Payouts = Write(report.Payouts),
        BankLines = Write(report.BankLines),
        TaxInvoices = Write(report.Invoices),
        DifferenceCount = report.DifferenceCount,
        Differences =
        [
            .. report.Differences.Select(difference => new AuditDifferenceView
            {
                Check = AuditWords.Of(difference.Check),
                Subject = difference.Subject,
                SubjectId = difference.Id,
                What = difference.What,
                Expected = difference.Expected,
                Found = difference.Found,
            }),
        ],
    };

    private static AuditSumView Write(AuditSum sum) => new() { Count = sum.Count, Amount = sum.Sum };

    private static AuditProofView Write(AuditProof proof) => new()
    {
        Number = proof.Number,
        At = proof.At,
        DifferenceCount = proof.DifferenceCount,
        Content = proof.Content,
        Hash = proof.Hash,
        Signature = Convert.ToBase64String(proof.Signature),
    };
}
