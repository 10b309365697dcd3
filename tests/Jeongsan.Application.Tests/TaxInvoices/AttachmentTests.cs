using System.Text;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.TaxInvoices;

/// <summary>Files of invoices: announced, uploaded, attached to drafts, thrown away when nobody wants them.</summary>
public sealed class AttachmentTests(Worlds worlds)
{
    private static readonly byte[] Pdf = Encoding.UTF8.GetBytes("%PDF-1.7 what belongs to the invoice");

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Attach_BeforeTheUpload_IsRefusedAsFileNotFound(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var invoice = await desk.DraftReverseAsync();
        var file = await desk.AnnounceAsync("a.pdf");

        Assert.Equal(new AttachmentRefusal.FileNotFound(file), (await desk.AttachAsync(invoice.Id, file)).Refusal);

        Platform.Must(await desk.UploadAsync(file, Pdf));
        Assert.Equal("a.pdf", Platform.Must(await desk.AttachAsync(invoice.Id, file)).Name);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Attach_TheSameFileAgain_IsTheSameAttachment(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var invoice = await desk.DraftReverseAsync();
        var file = await desk.UploadedAsync("a.pdf", Pdf);

        var first = Platform.Must(await desk.AttachAsync(invoice.Id, file));
        var again = Platform.Must(await desk.AttachAsync(invoice.Id, file));

        Assert.Equal(first.Id, again.Id);
        Assert.Single(await desk.Platform.RowsAsync<TaxInvoiceAttachment>());
        Assert.IsType<AttachmentRefusal.InUse>((await desk.UploadAsync(file, Pdf)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Attach_SixAtOnce_FiveAreTaken(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var invoice = await desk.DraftReverseAsync();
        var files = new List<UploadedFileId>();
        for (var number = 0; number < 6; number++)
        {
            files.Add(await desk.UploadedAsync($"{number}.pdf", Pdf));
        }

        var outcomes = await Task.WhenAll(files.Select(file => desk.AttachAsync(invoice.Id, file)));

        Assert.Equal(5, outcomes.Count(outcome => !outcome.IsRefused));
        Assert.IsType<AttachmentRefusal.TooMany>(outcomes.Single(outcome => outcome.IsRefused).Refusal);
        Assert.Equal(5, (await desk.Platform.RowsAsync<TaxInvoiceAttachment>()).Count);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Attach_AfterTheRequest_IsRefusedAsNotDrafted(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var invoice = await desk.DraftReverseAsync();
        var file = await desk.UploadedAsync("a.pdf", Pdf);
        Platform.Must(await desk.RequestAsync(invoice.Id));

        Assert.Equal(new TaxInvoiceRefusal.NotDrafted(TaxInvoiceStatus.RequestPending), (await desk.AttachAsync(invoice.Id, file)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Detach_TakesItOff_AndOnlyFromItsInvoice(DatabaseKind kind)
    {
        var desk = await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind));
        var (one, other) = (await desk.DraftReverseAsync(), await desk.DraftReverseAsync());
        var attachment = Platform.Must(await desk.AttachAsync(one.Id, await desk.UploadedAsync("a.pdf", Pdf)));

        Assert.Equal(new AttachmentRefusal.NotFound(attachment.Id), (await desk.DetachAsync(other.Id, attachment.Id)).Refusal);
        Platform.Must(await desk.DetachAsync(one.Id, attachment.Id));
        Assert.Empty(await desk.Platform.RowsAsync<TaxInvoiceAttachment>());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Files_AfterADay_OnlyTheAttachedAreKept(DatabaseKind kind)
    {
        var time = new TestTime();
        await using var world = await World.CreateAsync(kind, time);
        var desk = await InvoiceDesk.CreateAsync(world);
        var invoice = await desk.DraftReverseAsync();
        var attached = await desk.UploadedAsync("kept.pdf", Pdf);
        Platform.Must(await desk.AttachAsync(invoice.Id, attached));
        await desk.UploadedAsync("forgotten.pdf", Pdf);
        await desk.AnnounceAsync("never-sent.pdf");
        var step = world.All<DueStep>().Single(one => one.GetType().Name == "ForgetFiles");

        await step.RunAsync(desk.Platform.Tenant, CancellationToken.None);
        Assert.Equal(3, (await desk.Platform.RowsAsync<UploadedFile>()).Count);

        time.Advance(TimeSpan.FromHours(25));
        await step.RunAsync(desk.Platform.Tenant, CancellationToken.None);
        Assert.Equal([attached], (await desk.Platform.RowsAsync<UploadedFile>()).Select(file => file.Id));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Upload_OfAnotherTenant_TouchesNothing(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        var (desk, other) = (await InvoiceDesk.CreateAsync(world), await InvoiceDesk.CreateAsync(world));
        var file = await desk.AnnounceAsync("a.pdf");

        Assert.Equal(new AttachmentRefusal.FileNotFound(file), (await other.UploadAsync(file, Pdf)).Refusal);
        Assert.All(await desk.Platform.RowsAsync<UploadedFile>(), row => Assert.Null(row.UploadedAt));
    }
}
