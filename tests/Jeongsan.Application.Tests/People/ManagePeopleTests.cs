using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.People;
using Jeongsan.Domain.Foundation;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.People;

/// <summary>Who may sign in as what, and which programs may call.</summary>
public sealed class ManagePeopleTests(Worlds worlds)
{
    private const string Password = "correct-horse-battery";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Deactivate_Person_EndsItsSessionsAndItsSignIns_UntilItIsLetInAgain(DatabaseKind kind)
    {
        var team = await Team.CreateAsync(await worlds.OnAsync(kind));
        var worker = await team.AddAsync(PersonRole.ReadOnly);
        var before = await team.SessionAsync(worker);

        Platform.Must(await team.Manage.DeactivateAsync(team.Merchant, team.Owner, worker, Ct));

        Assert.NotNull(before);
        Assert.Null(await team.SessionAsync(worker));
        Assert.IsType<PersonRefusal.CredentialsWrong>((await team.SignInAsync(worker)).Refusal);
        Assert.IsType<AccessRefusal.NothingToDo>((await team.Manage.DeactivateAsync(team.Merchant, team.Owner, worker, Ct)).Refusal);
        Platform.Must(await team.Manage.ReactivateAsync(team.Merchant, team.Owner, worker, Ct));
        Assert.True(Platform.Must(await team.SignInAsync(worker)).NeedsEnrolment);
        Assert.NotEqual(before.SecurityStamp, (await team.SessionAsync(worker))!.SecurityStamp);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task ChangeRole_ByWhoeverMayNot_IsRefusedByName(DatabaseKind kind)
    {
        var team = await Team.CreateAsync(await worlds.OnAsync(kind));
        var (admin, manager) = (await team.AddAsync(PersonRole.Admin), await team.AddAsync(PersonRole.Manager));

        Assert.IsType<AccessRefusal.Oneself>(await team.ChangeAsync(admin, admin, PersonRole.Manager));
        Assert.IsType<AccessRefusal.Oneself>(await team.ChangeAsync(team.Owner, team.Owner, PersonRole.Admin));
        Assert.IsType<AccessRefusal.OwnersOnly>(await team.ChangeAsync(admin, team.Owner, PersonRole.Admin));
        Assert.IsType<AccessRefusal.OwnersOnly>(await team.ChangeAsync(admin, manager, PersonRole.Owner));
        Assert.IsType<AccessRefusal.NotAllowed>(await team.ChangeAsync(manager, admin, PersonRole.ReadOnly));
        Assert.IsType<AccessRefusal.OwnersOnly>((await team.Manage.DeactivateAsync(team.Merchant, admin, team.Owner, Ct)).Refusal);
        Assert.IsType<AccessRefusal.OwnersOnly>((await team.Manage.AddAsync(team.Merchant, admin, "new-owner@team.example", "새 소유자", PersonRole.Owner, Password, Ct)).Refusal);
        Assert.IsType<AccessRefusal.NotAllowed>((await team.Manage.AddAsync(team.Merchant, manager, "new@team.example", "새 사람", PersonRole.ReadOnly, Password, Ct)).Refusal);
        Assert.IsType<AccessRefusal.EmailMalformed>((await team.Manage.AddAsync(team.Merchant, admin, "not an address", "새 사람", PersonRole.ReadOnly, Password, Ct)).Refusal);
        Assert.Null(await team.ChangeAsync(admin, manager, PersonRole.Developer));
        Assert.Equal(PersonRole.Developer, (await team.SessionAsync(manager))!.Role);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task TwoOwners_ThatTakeEachOthersAccessAtTheSameTime_LeaveOne(DatabaseKind kind)
    {
        var team = await Team.CreateAsync(await worlds.OnAsync(kind));
        var other = await team.AddAsync(PersonRole.Owner);

        var both = await Task.WhenAll(
            team.Manage.DeactivateAsync(team.Merchant, team.Owner, other, Ct), team.Manage.ChangeRoleAsync(team.Merchant, other, team.Owner, PersonRole.ReadOnly, Ct));

        Assert.IsType<AccessRefusal.NotAllowed>(Assert.Single(both, outcome => outcome.IsRefused).Refusal);
        var owners = new[] { await team.SessionAsync(team.Owner), await team.SessionAsync(other) }.Count(person => person?.Role == PersonRole.Owner);
        Assert.Equal(1, owners);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task SetPassword_OfAPerson_EndsItsSessionsAndTheOldPassword(DatabaseKind kind)
    {
        var team = await Team.CreateAsync(await worlds.OnAsync(kind));
        var worker = await team.AddAsync(PersonRole.ReadOnly);
        var before = (await team.SessionAsync(worker))!.SecurityStamp;

        Assert.IsType<PersonRefusal.PasswordTooShort>((await team.Manage.SetPasswordAsync(team.Merchant, team.Owner, worker, "short", Ct)).Refusal);
        Platform.Must(await team.Manage.SetPasswordAsync(team.Merchant, team.Owner, worker, "another-horse-battery", Ct));

        Assert.NotEqual(before, (await team.SessionAsync(worker))!.SecurityStamp);
        Assert.IsType<PersonRefusal.CredentialsWrong>((await team.SignInAsync(worker)).Refusal);
        Assert.IsType<AccessRefusal.NothingToDo>((await team.Manage.ForgetSecondFactorAsync(team.Merchant, team.Owner, worker, Ct)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task ApiSecret_Given_IsKnownUntilItIsRevoked(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var team = await Team.CreateAsync(world);
        var (give, secrets) = (world.Get<GiveApiSecret>(), world.Get<ApiSecrets>());
        var given = Platform.Must(await give.HandleAsync(team.Merchant, team.Owner, " 주문 서버 ", Ct));

        Assert.Equal(("주문 서버", new ApiSecretHolder(team.Merchant, given.Row.Id)), (given.Row.Name, await secrets.FindAsync(given.Secret, Ct)));
        var manager = await team.AddAsync(PersonRole.Manager);
        Assert.IsType<AccessRefusal.NotAllowed>((await give.HandleAsync(team.Merchant, manager, "몰래", Ct)).Refusal);
        Assert.IsType<AccessRefusal.NotAllowed>((await give.RevokeAsync(team.Merchant, manager, given.Row.Id, Ct)).Refusal);
        Assert.IsType<AccessRefusal.NameMissing>((await give.HandleAsync(team.Merchant, team.Owner, " ", Ct)).Refusal);
        Platform.Must(await give.RevokeAsync(team.Merchant, team.Owner, given.Row.Id, Ct));
        Assert.False(await secrets.IsInUseAsync(given.Row.Id, Ct));
        Assert.IsType<AccessRefusal.NothingToDo>((await give.RevokeAsync(team.Merchant, team.Owner, given.Row.Id, Ct)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Access_Changed_IsMailedToThePersonEveryOwnerAndThePlatformsContact_WithWhoDidIt(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind), Mode.Live);
        var (merchant, manage) = (platform.Tenant.Merchant, platform.World.Get<ManagePeople>());
        var owner = Platform.Must(await platform.World.Get<AddPerson>().HandleAsync(Actor.System, new(merchant, $"owner@{merchant.Value}.example", "소유자", PersonRole.Owner, Password), Ct));
        var admin = Platform.Must(await manage.AddAsync(merchant, owner, $"admin@{merchant.Value}.example", "관리자", PersonRole.Admin, Password, Ct));
        Assert.Equal(3, (await MailsAsync()).Count);

        var second = Platform.Must(await manage.AddAsync(merchant, admin, $"second@{merchant.Value}.example", "둘째 손", PersonRole.Admin, Password, Ct));
        Platform.Must(await manage.SetPasswordAsync(merchant, admin, second, "another-horse-battery", Ct));
        Platform.Must(await manage.ChangeRoleAsync(merchant, admin, second, PersonRole.Manager, Ct));
        Platform.Must(await manage.DeactivateAsync(merchant, admin, second, Ct));
        Platform.Must(await manage.ReactivateAsync(merchant, admin, second, Ct));
        Platform.Must(await platform.World.Get<GiveApiSecret>().HandleAsync(merchant, admin, "새 서버", Ct));

        var mails = (await MailsAsync()).Where(mail => !mail.Subject.Contains("관리자", StringComparison.Ordinal)).ToList();
        Assert.Equal(17, mails.Count);
        Assert.All(mails, mail => Assert.Contains("관리자", mail.Text, StringComparison.Ordinal));
        foreach (var words in new[] { "사람 추가", "비밀번호 새로 정함", "역할 변경", "접근 막음", "접근 다시 허용" })
        {
            Assert.Equal(
                new[] { "finance@market.example", $"owner@{merchant.Value}.example", $"second@{merchant.Value}.example" },
                mails.Where(mail => mail.Subject.EndsWith($"둘째 손, {words}", StringComparison.Ordinal)).Select(mail => mail.To).Order(StringComparer.Ordinal));
        }
        Assert.Equal(
            new[] { "finance@market.example", $"owner@{merchant.Value}.example" },
            mails.Where(mail => mail.Subject.EndsWith("새 서버, API 키 만듦", StringComparison.Ordinal)).Select(mail => mail.To).Order(StringComparer.Ordinal));

        async Task<List<OutgoingMail>> MailsAsync() =>
            [.. (await platform.RowsAsync<OutboxMessage>()).Where(message => message.Key.StartsWith("mail-access-", StringComparison.Ordinal)).Select(message => message.Read<OutgoingMail>())];
    }

    /// <summary>A platform with one owner.</summary>
    private sealed record Team(World World, MerchantId Merchant, PersonId Owner)
    {
        public ManagePeople Manage => World.Get<ManagePeople>();

        public static async Task<Team> CreateAsync(World world)
        {
            var merchant = new MerchantId($"m-{Guid.NewGuid():n}");
            var owner = await world.Get<AddPerson>().HandleAsync(Actor.System, new(merchant, $"owner@{merchant.Value}.example", "소유자", PersonRole.Owner, Password), Ct);
            return new Team(world, merchant, owner.Value);
        }

        public async Task<PersonId> AddAsync(PersonRole role) =>
            Platform.Must(await Manage.AddAsync(Merchant, Owner, $"{Guid.NewGuid():n}@team.example", "동료", role, Password, Ct));

        public async Task<Refusal?> ChangeAsync(PersonId by, PersonId id, PersonRole role) => (await Manage.ChangeRoleAsync(Merchant, by, id, role, Ct)).Refusal;

        public Task<FindSignedInPerson.Answer?> SessionAsync(PersonId id) => World.Get<FindSignedInPerson>().HandleAsync(Merchant, id, Ct);

        public async Task<Outcome<SignIn.Answer>> SignInAsync(PersonId id)
        {
            await using var db = World.Store.Read(default);
            var email = db.Set<Person>().Where(person => person.MerchantId == Merchant && person.Id == id).Select(person => person.Email).Single();
            return await World.Get<SignIn>().HandleAsync(new(email, Password, "192.0.2.11"), Ct);
        }
    }
}
