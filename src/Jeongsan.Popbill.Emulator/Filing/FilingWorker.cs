using Jeongsan.Popbill.Emulator.Mails;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.TaxInvoices;
using Microsoft.Extensions.Hosting;

namespace Jeongsan.Popbill.Emulator.Filing;

/// <summary>Hands every issued invoice to the NTS when its time has come: one transaction an invoice, so that a crash files none twice.</summary>
internal sealed class FilingWorker(PopbillEmulatorOptions options, EmulatorStore store, EmulatorClock clock, NtsGateway gateway, InvoiceJournal journal, Outgoing mails) : BackgroundService
{
    /// <summary>Files all that is due by the emulator's clock, in the order of time.</summary>
    public async Task FileDueAsync(CancellationToken ct)
    {
        while (await store.InTransactionAsync(FileOne, ct))
        {
            // until nothing is due
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await FileDueAsync(stoppingToken);
            await Task.Delay(TimeSpan.FromMilliseconds(250), options.Time, stoppingToken);
        }
    }

    private bool FileOne(EmulatorSession db)
    {
        if (InvoiceTable.Due(db, clock.Now(db)) is not [var invoice]) return false;
        var at = invoice.FileAt!.Value;
        var stamp = EmulatorClock.Stamp(at);
        invoice = invoice with { FileAt = null, Facts = invoice.Facts with { NtsSendDT = stamp } };
        invoice = journal.Move(db, invoice, 301, at, InvoiceJournal.System(at, 301, "국세청 전송 시작", "NTS"), "NTS");

        var code = gateway.Submit(db, invoice, at);
        var accepted = code == NtsGateway.Accepted;
        invoice = invoice with { Facts = invoice.Facts with { NtsErrCode = code, NtsResultDT = stamp, NtsResult = accepted ? "전송성공" : "전송실패" } };
        invoice = journal.Move(db, invoice, accepted ? 304 : 305, at, InvoiceJournal.System(at, accepted ? 304 : 305, accepted ? "국세청 전송 성공" : $"국세청 전송 실패 ({code})", "NTS"), "NTS");
        if (!accepted) mails.FilingFailed(db, at, invoice);
        return true;
    }
}
