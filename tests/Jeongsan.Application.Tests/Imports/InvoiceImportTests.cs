using System.Text;
using Jeongsan.Application.Imports;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Application.Tests.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Imports;

/// <summary>Invoices out of files: drafted as one bulk, or not at all.</summary>
public sealed class InvoiceImportTests(Worlds worlds)
{
    private const string Head = "발행 방향,거래처 아이디,거래처 사업자등록번호,과세 유형,영수·청구,작성일자,품목명,수량,단가,공급가액,세액,비고,문서번호\n";

    private static ImportUpload Invoices(string rows, string? id = null) => new(ImportKind.TaxInvoices, Encoding.UTF8.GetBytes(Head + rows), "계산서.csv", id);

    private static Task<Outcome<ImportRecord>> ImportAsync(Platform platform, ImportUpload upload) =>
        platform.World.Get<ImportFile>().ImportAsync(platform.Tenant, Platform.Actor, upload, CancellationToken.None);

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Import_Invoices_AreDraftedAndRequestedTogether(DatabaseKind kind)
    {
        var platform = (await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind))).Platform;
        var number = Platform.Number(0);

        Platform.Must(await ImportAsync(platform, Invoices(
            $"역발행,,{number},과세,청구,2026-08-31,8월 정산,1,,100000,10000,비고입니다,DOC-1\n"
            + "역발행,,,과세,,2026-08-31,배송비,2,\"1,500.5\",3001,300,,DOC-1\n"
            + "역발행,p0,,면세,영수,2026-08-31,도서,,,50000,,,\n"
            + "역발행,p0,,과세,,2026-08-31,세액을 비운 것,,,999,,,\n", "september")));

        var invoices = (await platform.RowsAsync<TaxInvoice>()).OrderBy(invoice => invoice.TotalSupplyAmount).ToArray();
        Assert.Equal([(999, 99), (50_000, 0), (103_001, 10_300)], invoices.Select(invoice => (invoice.TotalSupplyAmount.Value, invoice.TotalTaxAmount.Value)));
        Assert.All(invoices, invoice => Assert.Equal((TaxInvoiceStatus.Drafted, "september", number), (invoice.Status, invoice.BulkTaxInvoiceId!.Value.Value, invoice.SupplierBrn)));
        var first = invoices[2];
        Assert.Equal(("DOC-1", "가게0", TaxInvoicePurpose.Invoice), (first.RecipientDocumentKey, first.SupplierName, first.Content.Purpose));
        Assert.Equal(new ScaledNumber(15_005, 1), first.Content.Items[1].UnitCost);
        Assert.Equal(TaxInvoiceTaxation.Free, invoices[1].Taxation);
        var requested = Platform.Must(await platform.World.Get<RequestTaxInvoice>().HandleBulkAsync(platform.Tenant, Platform.Actor, new BulkTaxInvoiceId("september"), CancellationToken.None));
        Assert.Equal((3, 0), (requested.Requested.Count, requested.Refused.Count));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Import_WrongInvoices_DraftsNoneAndNamesEachCell(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        Platform.Must(await desk.DraftAsync(new WrittenTaxInvoice(
            desk.Content(TaxInvoiceIssuance.Reverse, InvoiceDesk.Nobody with { CounterpartyId = "p0" }, InvoiceDesk.Nobody), null, "USED", null, null)));

        var wrong = Assert.IsType<ImportRefusal.Wrong>((await ImportAsync(desk.Platform, Invoices(
            "역발행,p0,,과세,,2026-08-31,정상,,,1000,100,,\n"
            + $"역발행,,{Platform.Number(1)},과세,,2026-08-31,연동 안 됨,,,1000,100,,\n"
            + "역발행,nobody,,과세,,2026-08-31,없는 곳,,,1000,100,,\n"
            + "역발행,,,과세,,2026-08-31,누구,,,1000,100,,\n"
            + "역발행,p0,,면세,,2026-08-31,면세에 세액,,,1000,100,,\n"
            + "역발행,p0,,과세,,2026-08-31,이미 쓴 번호,,,1000,100,,USED\n"
            + "역발행,p0,,과세,,2026-08-31,첫 줄,,,1000,100,,K1\n"
            + "역발행,p0,,면세,,2026-09-30,다른 둘째 줄,1.2.3,,1000,0,,K1\n"
            + "거꾸로,p0,,비과세,,어제,,,,천원,,,\n"))).Refusal).Preview;

        Assert.Equal(
            [
                (3, "거래처 사업자등록번호"), (4, "거래처 아이디"), (5, "거래처 사업자등록번호"), (6, "세액"), (7, "문서번호"),
                (9, "과세 유형"), (9, "수량"), (9, "작성일자"), (10, "공급가액"), (10, "과세 유형"), (10, "발행 방향"), (10, "작성일자"),
            ],
            wrong.Problems.Select(problem => (problem.Row, problem.Column)).OrderBy(cell => cell.Row).ThenBy(cell => cell.Column, StringComparer.Ordinal));
        Assert.Single(await desk.Platform.RowsAsync<TaxInvoice>());
        Assert.Empty(await desk.Platform.RowsAsync<BulkTaxInvoice>());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Form_OfInvoices_IsReadAgainAsItWasWritten(DatabaseKind kind)
    {
        var platform = (await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind))).Platform;
        foreach (var format in Enum.GetValues<ImportFormat>())
        {
            var preview = Platform.Must(await platform.World.Get<ImportFile>().PreviewAsync(
                platform.Tenant, Platform.Actor, new ImportUpload(ImportKind.TaxInvoices, ImportForm.Write(ImportKind.TaxInvoices, format), null), CancellationToken.None));
            // The form's own counterparty is an example only.
            Assert.Equal("거래처 사업자등록번호", Assert.Single(preview.Problems).Column);
        }
        Assert.Empty(await platform.RowsAsync<TaxInvoice>());
    }
}
