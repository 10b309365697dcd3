using Jeongsan.Popbill.Emulator.Faults;
using Jeongsan.Popbill.Emulator.Mails;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.TaxInvoices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jeongsan.Popbill.Emulator.Filing;

/// <summary>Hands every issued invoice to the NTS when its time has come: state and register move in one transaction, so that a crash files none twice.</summary>
internal sealed partial class FilingWorker(
    PopbillEmulatorOptions options, EmulatorStore store, EmulatorClock clock, FaultPlan faults, NtsGateway gateway, InvoiceJournal journal, Outgoing mails, ILogger<FilingWorker> log) : BackgroundService
{
    /// <summary>So many share a commit: calls wait meanwhile.</summary>
    private const int AtOnceMax = 16;

    /// <summary>Files all that is due by the emulator's clock, in the order of time.</summary>
    public async Task FileDueAsync(CancellationToken ct)
    {
        while (await store.InTransactionAsync(FileSome, ct))
        {
            // until nothing is due
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FileDueAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                FilingHeldUp(log, e);
            }
            await Task.Delay(TimeSpan.FromMilliseconds(250), options.Time, stoppingToken);
        }
    }

    /// <summary>False when nothing is due any more.</summary>
    private bool FileSome(EmulatorSession db)
    {
        for (var n = 0; n < AtOnceMax; n++)
        {
            if (!FileOne(db)) return false;
        }
        return true;
    }

    private bool FileOne(EmulatorSession db)
    {
        if (InvoiceTable.Due(db, clock.Now(db)) is not [var invoice]) return false;
        var at = invoice.FileAt!.Value;
        if (faults.StateLate(db) is { } later)
        {
            InvoiceTable.Save(db, invoice with { FileAt = clock.Now(db) + later });
            return true;
        }
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

    [LoggerMessage(EventId = 4201, Level = LogLevel.Error, Message = "Filing was held up and is tried again")]
    private static partial void FilingHeldUp(ILogger logger, Exception exception);
}
