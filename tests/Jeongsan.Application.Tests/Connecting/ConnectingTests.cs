using Jeongsan.Application.BulkTasks;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Verifications;
using Jeongsan.Domain.Partners;
using Jeongsan.Popbill;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.Connecting;

/// <summary>국세청 연동 at a real emulator: joined, linked, kept in step, ended.</summary>
public sealed class ConnectingTests(ConnectedWorld world) : IClassFixture<ConnectedWorld>
{
    private static readonly TimeSpan Limit = ConnectedWorld.Limit;

    [Fact]
    public async Task Connect_NotAMember_IsJoinedAndWelcomedByThePlatform()
    {
        var partner = await world.ConnectAsync(0);

        var number = partner.BusinessRegistrationNumber!.Value;
        Assert.True(await world.Agency.Members.IsMemberAsync(number.Value, CancellationToken.None));
        var (mail, token) = await world.CertificateMailAsync(partner, "준비가 되었습니다");
        Assert.Contains("가입 메일", mail.Text, StringComparison.Ordinal);
        Assert.NotEmpty(token);
    }

    [Fact]
    public async Task Edit_ConnectedPartner_ReachesTheAgency()
    {
        var partner = await world.ConnectAsync(1);
        var number = partner.BusinessRegistrationNumber!.Value.Value;

        Platform.Must(await world.World.Get<UpdatePartner>().HandleAsync(world.Platform.Tenant, Platform.Actor, "p1", new PartnerChange(
            Contact: new ContactChange("새담당", null, "new@partner.example"),
            Type: new PartnerTypeChange.Business(RepresentativeName: "새대표", CompanyAddress: "부산광역시 시험로 9")), VerificationProofs.None, CancellationToken.None));

        await Polling.UntilTrueAsync("the contact at the agency", async ct => (await world.Agency.Members.ContactsAsync(number, ct)).Any(contact => contact is { PersonName: "새담당", Email: "new@partner.example" }), Limit);
        var company = await world.Agency.Members.CompanyAsync(number, CancellationToken.None);
        Assert.Equal(("새대표", "부산광역시 시험로 9"), (company.Ceoname, company.Addr));
    }

    [Fact]
    public async Task Edit_OfWhatTheAgencyDoesNotHave_SendsNothing()
    {
        await world.ConnectAsync(2);
        Platform.Must(await world.World.Get<UpdatePartner>().HandleAsync(world.Platform.Tenant, Platform.Actor, "p2", new PartnerChange(Memo: "메모"), VerificationProofs.None, CancellationToken.None));
        Assert.DoesNotContain(await world.Platform.RowsAsync<OutboxMessage>(), message => message.Type == KeepInStep.MessageType && message.Key.Contains("-p2-", StringComparison.Ordinal));
    }

    /// <summary>A company that joined by itself keeps its own data: only the connection is ours.</summary>
    [Fact]
    public async Task Connect_MemberAlready_IsLinkedAndItsDataStaysItsOwn()
    {
        var number = Platform.Number(3).Value;
        await world.Agency.Members.JoinAsync(new JoinForm
        {
            CorpNum = number,
            CorpName = "스스로가입",
            CEOName = "본인",
            Addr = "자기 주소",
            BizType = "제조",
            BizClass = "가구",
            ID = "selfjoined01",
            Password = "password1!",
            ContactName = "본인",
            ContactEmail = "self@company.example",
            ContactTEL = "02-111-1111",
        }, CancellationToken.None);

        var partner = await world.ConnectAsync(3);
        var (mail, _) = await world.CertificateMailAsync(partner, "준비가 되었습니다");
        Platform.Must(await world.World.Get<UpdatePartner>().HandleAsync(
            world.Platform.Tenant, Platform.Actor, "p3", new PartnerChange(Contact: new ContactChange("우리쪽담당", null, null)), VerificationProofs.None, CancellationToken.None));
        await Polling.UntilTrueAsync("the message about the edit", async _ => (await world.Platform.RowsAsync<OutboxMessage>()).Any(message => message is { Type: KeepInStep.MessageType, State: OutboxState.Done } && message.Aggregate == "Partner:p3"), Limit);

        Assert.Contains("가입 없이", mail.Text, StringComparison.Ordinal);
        Assert.Equal("스스로가입", (await world.Agency.Members.CompanyAsync(number, CancellationToken.None)).CorpName);
        Assert.Equal("본인", Assert.Single(await world.Agency.Members.ContactsAsync(number, CancellationToken.None)).PersonName);
    }

    [Fact]
    public async Task ConnectInBulk_EachPartner_EndsWithItsResultAndTheTaskCompletes()
    {
        var task = Platform.Must(await world.World.Get<PartnerTasks>().StartAsync(
            world.Platform.Tenant, Platform.Actor, BulkTaskKind.ConnectPartners, [new("p4"), new("p5")], CancellationToken.None));
        await Polling.UntilTrueAsync("the task", async _ => (await world.Platform.RowsAsync<BulkTask>()).Single(row => row.Id == task.Id).State == BulkTaskState.Completed, Limit);
        Assert.Equal(new BulkTaskProgress(0, 0, Succeeded: 2, 0), await ProgressAsync(task.Id));

        var again = Platform.Must(await world.World.Get<PartnerTasks>().StartAsync(
            world.Platform.Tenant, Platform.Actor, BulkTaskKind.ConnectPartners, [new("p4"), new("p5")], CancellationToken.None));
        Assert.Equal(BulkTaskState.Completed, again.State);
        Assert.All((await world.Platform.RowsAsync<BulkTaskItem>()).Where(item => item.TaskId == again.Id), item => Assert.Contains("이미 연동된", item.Words, StringComparison.Ordinal));

        var ended = Platform.Must(await world.World.Get<PartnerTasks>().StartAsync(
            world.Platform.Tenant, Platform.Actor, BulkTaskKind.DisconnectPartners, [new("p4"), new("p5")], CancellationToken.None));
        Assert.Equal(BulkTaskState.Completed, ended.State);
        // The company stays a member: its documents there are its own.
        Assert.True(await world.Agency.Members.IsMemberAsync(Platform.Number(4).Value, CancellationToken.None));
    }

    [Fact]
    public async Task OwnCompany_Edited_ReachesTheAgencyAndTellsWhatIssuingCosts()
    {
        Platform.Must(await world.World.Get<KeepOwnCompany>().SetUpAsync(world.Platform.Tenant, Platform.Actor, ConnectedWorld.OwnProfile("새재무팀"), CancellationToken.None));
        var number = Installation.FirstStart.CompanyNumber;
        await Polling.UntilTrueAsync("the contact at the agency", async ct => (await world.Agency.Members.ContactsAsync(number.Value, ct)).Any(contact => contact.PersonName == "새재무팀"), Limit);
        var account = Platform.Must(await world.World.Get<Application.TaxInvoices.ITaxInvoiceAgency>().BalanceAsync(world.Platform.Tenant, number, CancellationToken.None));
        Assert.Equal((100L, true), (account.UnitCostPoints, account.MemberPoints > 0));
        Assert.IsType<OwnCompanyRefusal.AlreadyConnected>((await world.World.Get<KeepOwnCompany>().ConnectAsync(world.Platform.Tenant, Platform.Actor, CancellationToken.None)).Refusal);
    }

    private async Task<BulkTaskProgress> ProgressAsync(string task)
    {
        await using var db = world.World.Store.Read(world.Platform.Tenant);
        return await BulkTaskProgress.ReadAsync(db, task, CancellationToken.None);
    }
}

/// <summary>What a person may enter as the platform's own company.</summary>
public sealed class OwnCompanyTests(Worlds worlds)
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Connect_StillTheSampleAtARealService_IsRefusedAsNotSetUp(DatabaseKind kind)
    {
        // The worlds' Popbill settings name an address but no emulator: a real service as far as the application knows.
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var keep = platform.World.Get<KeepOwnCompany>();
        Assert.IsType<OwnCompanyRefusal.NotSetUp>((await keep.ConnectAsync(platform.Tenant, Platform.Actor, CancellationToken.None)).Refusal);
        Assert.Empty(await platform.RowsAsync<OutboxMessage>());

        Platform.Must(await keep.SetUpAsync(platform.Tenant, Platform.Actor, ConnectedWorld.OwnProfile("재무팀"), CancellationToken.None));
        Platform.Must(await keep.ConnectAsync(platform.Tenant, Platform.Actor, CancellationToken.None));
        Assert.Equal(JoinOwnCompany.MessageType, Assert.Single(await platform.RowsAsync<OutboxMessage>()).Type);
    }

    public static TheoryData<string, string> WrongFields => new()
    {
        { "companyName", "FieldMissing" }, { "brn", "BusinessNumberInvalid" }, { "contactEmail", "EmailMalformed" }, { "contactPhone", "FieldTooLong" },
    };

    [Theory, MemberData(nameof(WrongFields))]
    public async Task SetUp_WrongField_IsRefusedByName(string field, string reason)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(DatabaseKind.Sqlite));
        var right = ConnectedWorld.OwnProfile("재무팀");
        var wrong = field switch
        {
            "companyName" => right with { CompanyName = " " },
            "brn" => right with { BusinessNumber = new("1234567890") },
            "contactEmail" => right with { ContactEmail = "nobody" },
            _ => right with { ContactPhone = new string('0', 21) },
        };
        Assert.Equal(reason, (await platform.World.Get<KeepOwnCompany>().SetUpAsync(platform.Tenant, Platform.Actor, wrong, CancellationToken.None)).Refusal?.Reason);
    }
}
