using Jeongsan.Application.Statements;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Statements;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Statements;

/// <summary>What a template lets a statement show.</summary>
public sealed class StatementPaperTests(Worlds worlds)
{
    private static readonly StatementTerms Bare = new("간단히", StatementDetail.Sums, false, false, false, false, false, false, false, null, null);

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Paper_ByEachTemplate_ShowsWhatItSwitchesOnAndNothingElse(DatabaseKind kind)
    {
        var platform = await StatementPlatform.ConfirmedAsync(await worlds.OnAsync(kind));
        var payout = platform.Payouts[0];

        var bare = await PaperAsync(platform, Bare);
        Assert.Equal(["구분", "건수", "주문 금액", "정산 금액"], bare.Columns.Select(column => column.Heading));
        Assert.Equal(["정산 금액 합계", "지급 금액"], bare.Sums.Select(sum => sum.Key));
        Assert.DoesNotContain(bare.Facts, fact => fact.Key is "입금 계좌" or "통장 메모");
        Assert.Equal(("", ""), (bare.Lead, bare.Note));
        Assert.Equal(["주문", "1", "10,000", "8,900"], Assert.Single(bare.Rows));

        var full = await PaperAsync(platform, StatementTerms.Usual with { Detail = StatementDetail.Transfers, ShowsBankMemo = true, Greeting = "감사합니다.\n<b>늘</b>", Notice = "문의는 고객센터로." });
        Assert.Equal(["정산일", "구분", "주문", "주문 금액", "할인 분담", "수수료", "추가 수수료", "수수료 부가세", "정산 금액"], full.Columns.Select(column => column.Heading));
        Assert.Equal(["2026-09-01", "주문", "pay-0", "10,000", "0", "1,000", "0", "100", "8,900"], Assert.Single(full.Rows));
        Assert.Equal("신한은행 110******789", full.Facts.Single(fact => fact.Key == "입금 계좌").Value);
        Assert.Contains("문의는 고객센터로.", full.Note, StringComparison.Ordinal);
        // Nothing is withheld of a business.
        Assert.Equal(["정산 금액 합계", "공급가액", "면세 금액", "부가세", "지급 금액"], full.Sums.Select(sum => sum.Key));
        Assert.DoesNotContain(payout.Account.Number, string.Join('|', full.Facts.Select(fact => fact.Value)), StringComparison.Ordinal);

        var settlements = await PaperAsync(platform, StatementTerms.Usual with { ShowsVat = false });
        Assert.Equal(["정산일", "구분", "계약", "건수", "주문 금액", "할인 분담", "수수료", "추가 수수료", "정산 금액"], settlements.Columns.Select(column => column.Heading));
        Assert.Equal("기본", Assert.Single(settlements.Rows)[2]);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Preview_OfAnUnsavedTemplate_ShowsTheNewestPayoutAndKeepsNothing(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        var empty = await Platform.CreateAsync(world);
        var preview = world.Get<PreviewStatement>();
        var unsaved = new WantedPreview(null, null, Bare);
        Assert.IsType<StoredRefusal.NotFound>((await preview.HandleAsync(empty.Tenant, unsaved, CancellationToken.None)).Refusal);
        var platform = await StatementPlatform.ConfirmedAsync(world);
        var tenant = platform.Platform.Tenant;
        Assert.Equal("구분", Platform.Must(await preview.ShowAsync(tenant, unsaved, CancellationToken.None)).Columns[0].Heading);
        Assert.Equal("정산일", Platform.Must(await preview.ShowAsync(tenant, new WantedPreview(platform.Payouts[1].Id, null, null), CancellationToken.None)).Columns[0].Heading);
        Assert.Equal(new StoredRefusal.NotFound(StatementTemplates.Subject, "none"), (await preview.HandleAsync(tenant, new WantedPreview(null, new StatementTemplateId("none"), null), CancellationToken.None)).Refusal);
        Assert.Empty(await platform.Platform.RowsAsync<StatementTemplate>());
    }

    [Theory]
    [InlineData("hong@partner.example", "ho***@partner.example")]
    [InlineData("ab@x.example", "a***@x.example")]
    [InlineData("a@x.example", "***@x.example")]
    [InlineData("no-address", "***")]
    public void Masked_OfAnAddress_HidesMostOfTheName(string email, string masked) => Assert.Equal(masked, StatementWords.Masked(email));

    [Theory]
    [InlineData("110123456789", "110******789")]
    [InlineData("123456", "******")]
    public void MaskedAccount_OfANumber_HidesItsMiddle(string number, string masked) => Assert.Equal(masked, StatementPaper.MaskedAccount(number));

    private static async Task<Etax.Pdf.TableDocument> PaperAsync(StatementPlatform platform, StatementTerms terms)
    {
        await using var db = platform.Platform.World.Store.Read(platform.Platform.Tenant);
        return StatementPaper.Of((await SettlementStatement.ReadAsync(db, platform.Payouts[0].Id, terms, CancellationToken.None))!, terms);
    }
}
