using Jeongsan.Application.Certificates;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Application.SupplierDesk;
using Jeongsan.Application.TestClocks;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.Connecting;

/// <summary>Certificates are looked at daily, reminded of in time, and registered again by a link.</summary>
public sealed class CertificateTests(ConnectedWorld world) : IClassFixture<ConnectedWorld>
{
    private static readonly TimeSpan Limit = ConnectedWorld.Limit;

    // Days left, last reminder, due reminder.
    [Theory]
    [InlineData(31, null, null)]
    [InlineData(30, null, 30)]
    [InlineData(30, 30, null)]
    [InlineData(12, null, 30)]
    [InlineData(7, 30, 7)]
    [InlineData(7, null, 7)]
    [InlineData(6, 7, null)]
    [InlineData(1, 7, 1)]
    [InlineData(0, 7, 1)]
    [InlineData(0, 1, null)]
    [InlineData(-1, null, null)]
    public void Reminder_DaysLeftAndLastSent_IsDueOnceEach(int daysLeft, int? lastSent, int? due) => Assert.Equal(due, CertificateReminder.Due(daysLeft, lastSent));

    [Fact]
    public async Task Watch_FromRegistrationToExpiry_KeepsStateAndReminds30And7And1DaysBefore()
    {
        var partner = await world.ConnectAsync(0);
        var number = partner.BusinessRegistrationNumber!.Value;
        var (_, token) = await world.CertificateMailAsync(partner, "준비가 되었습니다");
        await DueAsync();
        await UntilHealthAsync(number, CertificateHealth.None);

        // By the link of the welcome mail: the number first, then the ASP's page.
        var desk = world.World.Get<CertificateDesk>();
        Assert.Equal(partner.Name, Platform.Must(await desk.OpenAsync(token, CancellationToken.None)).SupplierName);
        Assert.IsType<SupplierDeskRefusal.BusinessNumberWrong>((await desk.CheckBusinessNumberAsync(token, "1234567891", "10.1.1.1", CancellationToken.None)).Refusal);
        Platform.Must(await desk.CheckBusinessNumberAsync(token, number.Value, "10.1.1.1", CancellationToken.None));
        var back = new Uri("http://jeongsan.test/c/x");
        var before = Platform.Must(await desk.CertificateAsync(token, back, CancellationToken.None));
        Assert.False(before.IsRegistered);
        var now = await world.World.Store.NowAsync(world.Platform.Tenant, CancellationToken.None);
        await world.RegisterCertificateAsync(number, before.RegistrationUrl, now.AddDays(40));
        Assert.True(Platform.Must(await desk.CertificateAsync(token, back, CancellationToken.None)).IsRegistered);
        Assert.Equal(CertificateHealth.Usable, (await CertificateAsync(number)).Health);
        Assert.Empty(await RemindersAsync(partner));

        var sent = 0;
        foreach (var daysBefore in new[] { 30, 7, 1 })
        {
            await MoveToAsync(now.AddDays(40 - daysBefore));
            await Polling.UntilTrueAsync($"the reminder {daysBefore} days before", async _ => (await RemindersAsync(partner)).Count == sent + 1, Limit);
            await DueAsync();
            sent++;
            Assert.Equal(sent, (await RemindersAsync(partner)).Count);
            Assert.Equal(daysBefore, (await CertificateAsync(number)).RemindedDays);
        }

        // The newest mail's link opens; the ones before it are closed.
        Assert.IsType<SupplierDeskRefusal.LinkReplaced>((await desk.OpenAsync(token, CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task Link_OfAnInvoice_OpensNoCertificatePage()
    {
        Assert.IsType<SupplierDeskRefusal.LinkUnknown>((await world.World.Get<CertificateDesk>().OpenAsync("no-such-token", CancellationToken.None)).Refusal);
        var partner = await world.ConnectAsync(1);
        var (_, token) = await world.CertificateMailAsync(partner, "준비가 되었습니다");
        // And the other way round: a certificate's link approves nothing.
        Assert.IsType<SupplierDeskRefusal.LinkUnknown>((await world.World.Get<SupplierAccess>().OpenAsync(token, CancellationToken.None)).Refusal);
    }

    private Task DueAsync() => world.World.Get<DueWork>().RunAsync(world.Platform.Tenant, CancellationToken.None);

    private async Task MoveToAsync(DateTimeOffset to) =>
        Platform.Must(await world.World.Get<AdvanceTestClock>().HandleAsync(world.Platform.Tenant, Platform.Actor, to, CancellationToken.None));

    private async Task<CompanyCertificate> CertificateAsync(BusinessRegistrationNumber number) =>
        (await world.Platform.RowsAsync<CompanyCertificate>()).Single(row => row.BusinessNumber == number);

    private Task UntilHealthAsync(BusinessRegistrationNumber number, CertificateHealth health) =>
        Polling.UntilTrueAsync($"the certificate to be {health}", async _ => (await CertificateAsync(number)).Health == health, Limit);

    private async Task<List<MailboxMail>> RemindersAsync(Partner partner) =>
        [.. (await world.Platform.RowsAsync<MailboxMail>()).Where(mail => mail.To == partner.Contact.Email && mail.Subject.Contains("끝납니다", StringComparison.Ordinal))];
}
