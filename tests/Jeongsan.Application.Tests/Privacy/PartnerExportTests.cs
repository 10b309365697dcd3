using System.IO.Compression;
using System.Text.Json;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Application.Privacy.Requests;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Verifications;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Settlements;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Privacy;

/// <summary>열람: the export holds all of one partner, and nothing of anybody else.</summary>
public sealed class PartnerExportTests(Worlds worlds)
{
    private static readonly PartnerId First = new("p0");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Export_HoldsAllOfOnePartner_AndNothingOfAnotherPartnerOrTenant(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        var (platform, stranger) = (await Platform.CreateAsync(world), await Platform.CreateAsync(world));
        await PayAsync(platform);
        await PayAsync(stranger);
        await RenameAsync(platform, "p1", "숨은가게", "hidden@partner.example");
        await RenameAsync(stranger, "p0", "남의가게", "strange@partner.example");
        await world.Get<AccessLog>().NoteAsync(
            platform.Tenant, new Actor(ActorKind.Person, "person-looker"), new Access("getPlatformPartners", "", [PersonalDataItem.Contact], [DataSubject.Of(First), DataSubject.Of(new PartnerId("p1"))], "192.0.2.7"), Ct);
        await AskAsync(platform, new PartnerId("p1"), "남이 보면 안 되는 요구");
        var request = await AskAsync(platform, First, "모두 보여 주세요");

        var files = await ReadAsync(platform, request);

        var own = (await platform.RowsAsync<PartnerSettlement>()).Single(row => row.PartnerId == First);
        var payout = (await platform.RowsAsync<Payout>()).Single(row => row.PartnerId == First);
        Assert.Equal([own.Id.Value], Ids(files["settlements.json"]));
        Assert.Equal([payout.Id.Value], Ids(files["payouts.json"]));
        Assert.Equal([request.Id.Value], Ids(files["requests.json"]));
        Assert.Equal("p0", JsonDocument.Parse(files["profile.json"]).RootElement.GetProperty("id").GetString());
        Assert.Equal(1, JsonDocument.Parse(files["accesses.json"]).RootElement.GetArrayLength());
        Assert.All(new[] { "versions.json", "history.json", "notices.json" }, name => Assert.NotEqual(0, JsonDocument.Parse(files[name]).RootElement.GetArrayLength()));
        Assert.All(new[] { "가게0", "p0@partner.example", "모두 보여 주세요", own.Id.Value, payout.Id.Value, "플랫폼의 담당자", "지급" }, words => Assert.Contains(words, files["개인정보.html"], StringComparison.Ordinal));
        var foreign = (await platform.RowsAsync<PartnerSettlement>()).Where(row => row.PartnerId != First).Concat(await stranger.RowsAsync<PartnerSettlement>()).Select(row => row.Id.Value)
            .Concat((await platform.RowsAsync<Payout>()).Where(row => row.PartnerId != First).Concat(await stranger.RowsAsync<Payout>()).Select(row => row.Id.Value))
            .Concat(["\"p1\"", "Partner p1", "숨은가게", "hidden@partner.example", "남의가게", "strange@partner.example", "남이 보면 안 되는 요구", "person-looker", "192.0.2.7"]).ToList();
        Assert.True(foreign.Count > 14);
        Assert.All(files, file => Assert.All(foreign, words => Assert.DoesNotContain(words, file.Value, StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Export_BeforeItIsKnownWhoAsksOrOfAnotherKind_IsRefusedAsNotInState(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var receive = platform.World.Get<ReceiveSubjectRequest>();
        var unknown = Platform.Must(await receive.HandleAsync(platform.Tenant, Platform.Actor, new ReceivedRequest(First, SubjectRequestKind.Access, RequestChannel.Mail, platform.Today, "보여 주세요"), Ct));
        Assert.IsType<SubjectRequestRefusal.NotInState>((await ExportAsync(platform, unknown.Id)).Refusal);
        Assert.IsType<StoredRefusal.NotFound>((await ExportAsync(platform, new("none"))).Refusal);
        var correction = Platform.Must(await receive.HandleAsync(platform.Tenant, Platform.Actor, new ReceivedRequest(First, SubjectRequestKind.Correction, RequestChannel.Mail, platform.Today, "고쳐 주세요"), Ct));
        Platform.Must(await platform.World.Get<DecideSubjectRequest>().CheckIdentityAsync(platform.Tenant, Platform.Actor, correction.Id, "전화", Ct));
        Assert.IsType<SubjectRequestRefusal.NotInState>((await ExportAsync(platform, correction.Id)).Refusal);
        Assert.DoesNotContain(await platform.RowsAsync<HistoryRow>(), row => row.What == "SubjectDataExported");
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Complete_Access_NeedsTheExportFirst(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var request = await AskAsync(platform, First, "보여 주세요");
        var decide = platform.World.Get<DecideSubjectRequest>();
        Assert.IsType<SubjectRequestRefusal.ExportMissing>((await decide.CompleteAsync(platform.Tenant, Platform.Actor, request.Id, new StatedMeasures("전달함"), Ct)).Refusal);

        await ReadAsync(platform, request);

        Assert.Equal(SubjectRequestStatus.Completed, Platform.Must(await decide.CompleteAsync(platform.Tenant, Platform.Actor, request.Id, new StatedMeasures("전달함"), Ct)).Status);
        Assert.Single(await platform.RowsAsync<HistoryRow>(), row => row.What == "SubjectDataExported");
    }

    /// <summary>An order of each partner, gathered and put into a bulk payout.</summary>
    private static async Task PayAsync(Platform platform)
    {
        for (var index = 0; index < 3; index++)
        {
            Platform.Must(await platform.OrderAsync(index, $"pay-{platform.Tenant.Merchant.Value}-{index}", 110_000));
        }
        await platform.GatherAsync();
        Platform.Must(await platform.World.Get<ConfirmBulkPayout>().HandleAsync(platform.Tenant, Platform.Actor, Platform.Must(await platform.PayAsync(platform.Today)).Id, Ct));
    }

    private static async Task RenameAsync(Platform platform, string partner, string name, string email) => Platform.Must(await platform.World.Get<UpdatePartner>().HandleAsync(
        platform.Tenant, Platform.Actor, partner, new PartnerChange(Name: name, Contact: new ContactChange(null, null, email)), VerificationProofs.None, Ct));

    private static async Task<SubjectRequest> AskAsync(Platform platform, PartnerId partner, string words)
    {
        var request = Platform.Must(await platform.World.Get<ReceiveSubjectRequest>().HandleAsync(platform.Tenant, Platform.Actor, new ReceivedRequest(partner, SubjectRequestKind.Access, RequestChannel.Mail, platform.Today, words), Ct));
        return Platform.Must(await platform.World.Get<DecideSubjectRequest>().CheckIdentityAsync(platform.Tenant, Platform.Actor, request.Id, "등록된 메일로 확인", Ct));
    }

    private static Task<Outcome<ExportedPartner>> ExportAsync(Platform platform, SubjectRequestId id) => platform.World.Get<ExportPartner>().HandleAsync(platform.Tenant, Platform.Actor, id, Ct);

    private static async Task<Dictionary<string, string>> ReadAsync(Platform platform, SubjectRequest request)
    {
        var exported = Platform.Must(await ExportAsync(platform, request.Id));
        Assert.Equal(request.PartnerId, exported.Partner);
        await using var content = exported.Content;
        await using var zip = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, Ct);
        var files = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Ct));
            files[entry.FullName] = await reader.ReadToEndAsync(Ct);
        }
        return files;
    }

    private static IEnumerable<string?> Ids(string json) => JsonDocument.Parse(json).RootElement.EnumerateArray().Select(row => row.GetProperty("id").GetString());
}
