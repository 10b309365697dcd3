using Jeongsan.Application.People;
using Jeongsan.Domain.Foundation;
using Jeongsan.TestKit;
using OtpNet;
using Xunit;

namespace Jeongsan.Application.Tests.People;

public sealed class SigningInTests
{
    private const string Password = "correct-horse-battery";
    private const string Office = "192.0.2.10";

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Enrolment_WithTheAppsCode_MakesTheNextSignInAskForIt(DatabaseKind kind)
    {
        var time = new TestTime();
        await using var world = await World.CreateAsync(kind, time);
        var person = await AddAsync(world);

        Assert.True((await SignInAsync(world)).Value.NeedsEnrolment);
        var secret = await EnrolAsync(world, person);

        Assert.False((await SignInAsync(world)).Value.NeedsEnrolment);
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.False((await VerifyAsync(world, person, Code(secret, time))).IsRefused);
        Assert.IsType<PersonRefusal.AlreadyEnrolled>((await world.Get<EnrolTotp>().BeginAsync(person.Merchant, person.Id, null, CancellationToken.None)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Code_UsedOnce_IsRefusedTheSecondTime(DatabaseKind kind)
    {
        var time = new TestTime();
        await using var world = await World.CreateAsync(kind, time);
        var person = await AddAsync(world);
        var secret = await EnrolAsync(world, person);

        Assert.IsType<PersonRefusal.CodeWrong>((await VerifyAsync(world, person, Code(secret, time))).Refusal);
        time.Advance(TimeSpan.FromSeconds(30));
        var code = Code(secret, time);
        Assert.False((await VerifyAsync(world, person, code)).IsRefused);
        Assert.IsType<PersonRefusal.CodeWrong>((await VerifyAsync(world, person, code)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task SignIn_WrongFiveTimes_WaitsEvenWithTheRightPassword(DatabaseKind kind)
    {
        var time = new TestTime();
        await using var world = await World.CreateAsync(kind, time);
        await AddAsync(world);
        for (var attempt = 0; attempt < 5; attempt++)
            Assert.IsType<PersonRefusal.CredentialsWrong>((await SignInAsync(world, "not-the-password")).Refusal);

        var waiting = Assert.IsType<PersonRefusal.TooManyAttempts>((await SignInAsync(world)).Refusal);

        Assert.Equal(TimeSpan.FromSeconds(30), waiting.Wait);
        time.Advance(waiting.Wait);
        Assert.False((await SignInAsync(world)).IsRefused);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task AddPerson_SameAddressInOtherLetters_IsRefused(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind, new TestTime());
        await AddAsync(world);
        var add = world.Get<AddPerson>();

        var again = await add.HandleAsync(Actor.System, new(new MerchantId("other"), " KIM@example.com", "김", PersonRole.Owner, Password), CancellationToken.None);
        var weak = await add.HandleAsync(Actor.System, new(new MerchantId("other"), "lee@example.com", "이", PersonRole.Owner, "short"), CancellationToken.None);

        Assert.IsType<PersonRefusal.EmailTaken>(again.Refusal);
        Assert.IsType<PersonRefusal.PasswordTooShort>(weak.Refusal);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 30)]
    [InlineData(6, 60)]
    [InlineData(10, 960)]
    [InlineData(1000, 960)]
    public void WaitAfter_ThatManyFailuresOfAnAccount_DoublesUpToSixteenMinutes(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), SignInThrottlePolicy.WaitAfter(failures, SignInThrottlePolicy.FreeFailuresOfAccount));

    [Fact]
    public void Roles_OnlyOwnersAndAdmins_SendMoneyAndEdit()
    {
        foreach (var role in Enum.GetValues<PersonRole>())
        {
            var leads = role is PersonRole.Owner or PersonRole.Admin;
            Assert.True(role.Has(PersonRight.See));
            Assert.Equal(leads, role.Has(PersonRight.Edit));
            Assert.Equal(leads, role.Has(PersonRight.ExecutePayout));
            Assert.Equal(role != PersonRole.ReadOnlyWithoutDownload, role.Has(PersonRight.Download));
            Assert.Equal(leads || role == PersonRole.Developer, role.Has(PersonRight.MoveTestClock));
        }
    }

    private sealed record Added(MerchantId Merchant, PersonId Id);

    private static async Task<Added> AddAsync(World world)
    {
        var merchant = new MerchantId("m");
        var added = await world.Get<AddPerson>().HandleAsync(Actor.System, new(merchant, "kim@example.com", "김정산", PersonRole.Owner, Password), CancellationToken.None);
        return new Added(merchant, added.Value);
    }

    private static Task<Outcome<SignIn.Answer>> SignInAsync(World world, string password = Password) =>
        world.Get<SignIn>().HandleAsync(new("Kim@Example.com", password, Office), CancellationToken.None);

    private static async Task<string> EnrolAsync(World world, Added person)
    {
        var enrol = world.Get<EnrolTotp>();
        var offer = (await enrol.BeginAsync(person.Merchant, person.Id, null, CancellationToken.None)).Value;
        var kept = await enrol.HandleAsync(new(person.Merchant, person.Id, offer.Sealed, Code(offer.Base32Secret, world.Time), Office), CancellationToken.None);
        Assert.False(kept.IsRefused);
        return offer.Base32Secret;
    }

    private static Task<Outcome<Done>> VerifyAsync(World world, Added person, string code) =>
        world.Get<VerifySecondFactor>().HandleAsync(new(person.Merchant, person.Id, code, Office, "SignedIn"), CancellationToken.None);

    private static string Code(string secret, TimeProvider time) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(time.GetUtcNow().UtcDateTime);
}
