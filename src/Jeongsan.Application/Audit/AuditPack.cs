using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Jeongsan.Application.Ledger;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Application.Privacy.Erasures;
using Jeongsan.Application.Privacy.Incidents;
using Jeongsan.Application.Privacy.Notices;
using Jeongsan.Application.Privacy.Requests;
using Jeongsan.Application.Privacy.Supervision;
using Jeongsan.Application.Sheets;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Privacy.Erasures;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Audit;

/// <summary>감사 자료: all that shows what happened in a period, as one ZIP that can be checked without this program.</summary>
public sealed class AuditPack(AuditBooks audit, Store store, NoteSheet note)
{
    /// <summary>More than a year at once nobody reads.</summary>
    public const int DaysMax = 366;

    public const string MediaType = "application/zip";
    private const int BufferSize = 64 * 1024;

    public static bool Allows(DateOnly from, DateOnly until) => from <= until && until.DayNumber - from.DayNumber < DaysMax;

    public static string FileName(DateOnly from, DateOnly until) => string.Create(CultureInfo.InvariantCulture, $"audit-{from:yyyyMMdd}-{until:yyyyMMdd}.zip");

    /// <summary>Of unknown length: kept in a file of ours alone, which goes with its stream.</summary>
    /// <param name="from">In Seoul, included.</param>
    /// <param name="until">In Seoul, included.</param>
    public async Task<Stream> FileAsync(Tenant tenant, Actor actor, DateOnly from, DateOnly until, CancellationToken ct)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await WriteAsync(tenant, actor, from, until, file, ct);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
        file.Position = 0;
        return file;
    }

    private async Task WriteAsync(Tenant tenant, Actor actor, DateOnly from, DateOnly until, Stream to, CancellationToken ct)
    {
        await note.HandleAsync(tenant, actor, "audit-pack", [string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}~{until:yyyy-MM-dd}")], ct);
        var report = await audit.HandleAsync(tenant, ct);
        await using var db = store.Read(tenant);
        var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        await using (zip)
        {
            var pack = new Pack(db, zip, SeoulTime.At(from, TimeOnly.MinValue), SeoulTime.At(until.AddDays(1), TimeOnly.MinValue));
            await pack.TextAsync("읽어보기.txt", ReadMe(from, until, report), ct);
            await pack.TextAsync("대조.json", StorageJson.Write(report), ct);
            await pack.BalancesAsync(report, ct);
            await pack.ProofsAsync(ct);
            await pack.LedgerAsync(ct);
            await pack.HistoryAsync(ct);
            await pack.DisclosuresAsync(ct);
            await pack.ProcessorsAsync(ct);
            await pack.NoticesAsync(ct);
            await pack.AccessesAsync(ct);
            await pack.RequestsAsync(from, until, ct);
            await pack.IncidentsAsync(from, until, ct);
            await pack.ErasuresAsync(ct);
            await pack.LegalNoticesAsync(ct);
            await pack.MailsAsync(ct);
            await pack.InvoicesAsync(from, until, ct);
        }
    }

    private static string ReadMe(DateOnly from, DateOnly until, AuditReport report) => $"""
        감사 자료 {KoreanWords.DateInText(from)} ~ {KoreanWords.DateInText(until)}
        만든 때: {KoreanWords.InstantInTable(report.At)} (한국 시각)
        대조 결과: 맞지 않는 것 {KoreanWords.Digits(report.DifferenceCount)}건

        대조.json            주문 → 정산 → 지급 → 은행 이체 → 세금계산서 → 원장을 지금 서로 대조한 결과
        계정잔액.csv         원장의 계정별 잔액(차변은 +, 대변은 -)
        원장.csv             기간에 적힌 전표. 같은 전표의 금액을 더하면 0입니다.
        이력.csv             기간에 누가 무엇을 했는지(승인, 거부, 확정, 실행 등)
        세금계산서/          작성일자가 기간에 드는 전자세금계산서 원본(XML, 전자서명 포함)
        개인정보제공.csv     파트너의 개인정보가 언제 누구에게 무엇 때문에 나갔는지
        수탁자명부.csv       맡긴 곳과 다시 맡긴 곳 모두: 업무, 항목, 계약, 시작과 끝(바뀐 내역은 이력.csv)
        수탁자감독.csv       위탁 계약서, 관리·감독 점검, 개인정보 교육의 기록 모두와 파일의 지문
        수탁자증빙/          그 파일
        고지.csv             파트너에게 처리위탁을 알린 기록
        접속기록.csv         누가 언제 어디에서 누구의 개인정보를 보았는지
        정보주체요구.csv     기간에 받은 열람·정정·삭제·처리정지 요구와 처리 결과
        유출사고.csv         기간에 알게 된 유출 사고와 신고, 종결
        파기.csv             기간에 파기한 파트너와 남긴 것, 파기 확인서의 지문
        파기확인서/          기간에 마친 파기의 확인서
        법정통지.csv         요구에 대한 답과 사고를 누구에게 언제 무슨 말로 알렸고 닿았는지
        메일.csv             보낸 메일의 번호와 결과(내용과 주소는 담지 않습니다)
        증명/                매일 밤의 대조 증명 전부와 서명, 공개키

        증명 확인하기
          openssl dgst -sha256 -verify 공개키.pem -signature 0001.sig 0001.json
        접속기록의 "해시"는 앞 기록의 해시와 그 기록의 값으로 셈합니다. 매일 밤의 증명이 마지막 기록의 번호와 해시를 담습니다("access").
        각 증명의 "before"는 바로 앞 증명 파일의 SHA-256 값입니다(sha256sum 0001.json). 하나라도 바뀌거나 빠지면 뒤의 값과 맞지 않습니다.
        """;

    /// <summary>Writes one file after the other; rows go from the database into the archive without being held.</summary>
    private sealed class Pack(JeongsanContext db, ZipArchive zip, DateTimeOffset from, DateTimeOffset until)
    {
        public async Task TextAsync(string name, string text, CancellationToken ct)
        {
            await using var stream = await OpenAsync(name, ct);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
        }

        public Task BalancesAsync(AuditReport report, CancellationToken ct) => CsvAsync(
            "계정잔액.csv", ["통화", "계정", "잔액"], report.Balances.ToAsyncEnumerable(), balance => [balance.Currency.ToString().ToUpperInvariant(), LedgerWords.Of(balance.Account), Digits(balance.Amount.Value)], ct);

        public async Task ProofsAsync(CancellationToken ct)
        {
            if (await db.Set<ProofKey>().SingleOrDefaultAsync(ct) is { } key)
            {
                await TextAsync("증명/공개키.pem", PemEncoding.WriteString("PUBLIC KEY", key.PublicKey), ct);
            }
            await foreach (var proof in db.Set<AuditProof>().OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(ct))
            {
                await TextAsync($"증명/{proof.Number:0000}.json", proof.Content, ct);
                await using var signature = await OpenAsync($"증명/{proof.Number:0000}.sig", ct);
                await signature.WriteAsync(proof.Signature, ct);
            }
        }

        public Task LedgerAsync(CancellationToken ct) => CsvAsync(
            "원장.csv", ["순번", "전표", "때", "계정", "통화", "금액", "무엇", "대상", "대상 ID", "파트너 ID"],
            db.Set<LedgerLine>().Where(line => line.At >= from && line.At < until).OrderBy(line => line.Sequence).AsAsyncEnumerable(),
            line => [Digits(line.Sequence), line.Entry, At(line.At), LedgerWords.Of(line.Account), line.Currency.ToString().ToUpperInvariant(), Digits(line.Amount.Value), line.What, line.Subject, line.SubjectId, line.PartnerId?.Value ?? ""],
            ct);

        public Task HistoryAsync(CancellationToken ct) => CsvAsync(
            "이력.csv", ["순번", "때", "무엇", "대상", "대상 ID", "전 상태", "뒤 상태", "이유", "누가", "누구 ID"],
            db.Set<HistoryRow>().Where(row => row.At >= from && row.At < until).OrderBy(row => row.Sequence).AsAsyncEnumerable(),
            row => [Digits(row.Sequence), At(row.At), row.What, row.Subject, row.SubjectId, row.FromState ?? "", row.ToState ?? "", row.Why ?? "", row.ActorKind.ToString(), row.ActorId], ct);

        public Task DisclosuresAsync(CancellationToken ct) => CsvAsync(
            "개인정보제공.csv", ["때", "수탁자", "업무", "항목", "정보주체", "정보주체 ID", "메시지", "메시지 번호"],
            db.Set<DisclosureLine>().Where(line => line.At >= from && line.At < until).OrderBy(line => line.At).ThenBy(line => line.MessageKey).AsAsyncEnumerable(),
            line => [At(line.At), line.ProcessorId.Value, line.Work.ToString(), string.Join(' ', line.Items), line.SubjectKind.ToString(), line.SubjectId, line.MessageType, line.MessageKey], ct);

        /// <summary>Of all time: what bound a processor in the period may be older than it.</summary>
        public async Task ProcessorsAsync(CancellationToken ct)
        {
            await CsvAsync(
                "수탁자명부.csv", ProcessorSheet.Headings, db.Set<ConsignmentProcessor>().OrderBy(row => row.ParentId ?? row.Id).ThenBy(row => row.Id).AsAsyncEnumerable(), ProcessorSheet.Cells, ct);
            var evidence = await EvidenceList.ReadAsync(db, processor: null, ct);
            await CsvAsync("수탁자감독.csv", ProcessorSheet.EvidenceHeadings, evidence.ToAsyncEnumerable(), ProcessorSheet.EvidenceCells, ct);
            foreach (var row in evidence.Where(row => row.FileName is not null))
            {
                var file = (await EvidenceList.FileAsync(db, row.Processor, row.Id, ct))!;
                await using var stream = await OpenAsync($"수탁자증빙/{ProcessorSheet.FileNameOf(row)}", ct);
                await stream.WriteAsync(file.Content, ct);
            }
        }

        public Task NoticesAsync(CancellationToken ct) => CsvAsync(
            "고지.csv", ["만든 때", "파트너 ID", "방법", "고지문 번호", "명부 판", "결과", "닿은 때", "못 닿은 이유"],
            db.Set<PartnerNotice>().Where(row => row.CreatedAt >= from && row.CreatedAt < until).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).AsAsyncEnumerable(),
            row => [At(row.CreatedAt), row.PartnerId.Value, row.Channel.ToString(), Digits(row.NoticeNumber), Digits(row.RegisterRevision), row.Delivery.ToString(), row.DeliveredAt is { } at ? At(at) : "", row.FailReason ?? ""], ct);

        /// <summary>By the machine's clock: the log is of people, not of business dates.</summary>
        public Task AccessesAsync(CancellationToken ct) => CsvAsync(
            "접속기록.csv", AccessSheet.Headings,
            db.Set<AccessRecord>().Where(row => row.At >= from && row.At < until).OrderBy(row => row.Number).AsAsyncEnumerable(),
            AccessSheet.Cells, ct);

        public Task RequestsAsync(DateOnly first, DateOnly last, CancellationToken ct) => CsvAsync(
            "정보주체요구.csv", SubjectRequestSheet.Headings, FindSubjectRequests.ReadRequestsAsync(db, first, last), SubjectRequestSheet.Cells, ct);

        public Task IncidentsAsync(DateOnly first, DateOnly last, CancellationToken ct) => CsvAsync(
            "유출사고.csv", IncidentSheet.Headings, FindIncidents.ReadIncidentsAsync(db, first, last), IncidentSheet.Cells, ct);

        public async Task ErasuresAsync(CancellationToken ct)
        {
            var erasures = await db.Set<Erasure>().Where(row => row.OrderedAt >= from && row.OrderedAt < until).OrderBy(row => row.Id).ToListAsync(ct);
            await CsvAsync("파기.csv", ErasureSheet.Headings, erasures.ToAsyncEnumerable(), ErasureSheet.Cells, ct);
            foreach (var erasure in erasures.Where(row => row.Certificate is not null))
            {
                await TextAsync($"파기확인서/{ErasureCertificate.FileNameOf(erasure)}", erasure.Certificate!, ct);
            }
        }

        public Task LegalNoticesAsync(CancellationToken ct) => CsvAsync(
            "법정통지.csv", ["만든 때", "종류", "요구·사고 ID", "파트너 ID", "결과", "닿은 때", "못 닿은 이유", "다른 방법", "다른 방법으로 알린 날", "제목", "내용"],
            db.Set<LegalNotice>().Where(row => row.CreatedAt >= from && row.CreatedAt < until).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).AsAsyncEnumerable(),
            row =>
            [
                At(row.CreatedAt), row.Kind.ToString(), row.OwnerId, row.PartnerId.Value, SubjectRequestWords.Of(row.Delivery), row.DeliveredAt is { } at ? At(at) : "", row.FailReason ?? "", row.ToldHow ?? "",
                row.ToldOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", row.Title, row.Text ?? "",
            ], ct);

        /// <summary>By the machine's clock, as mail programs count.</summary>
        public Task MailsAsync(CancellationToken ct)
        {
            string[] types = [SendMail.MessageType, SendStaffMail.MessageType, SendPartnerNotice.MessageType, SendLegalNotice.MessageType];
            return CsvAsync(
                "메일.csv", ["정한 때", "종류", "번호", "결과", "시도", "문제"],
                db.Set<OutboxMessage>().Where(row => types.Contains(row.Type) && row.CreatedAt >= from && row.CreatedAt < until).OrderBy(row => row.CreatedAt).ThenBy(row => row.Key).AsAsyncEnumerable(),
                row => [At(row.CreatedAt), row.Type, row.Key, row.State.ToString(), Digits(row.Attempts), row.LastProblem ?? ""], ct);
        }

        public async Task InvoicesAsync(DateOnly first, DateOnly last, CancellationToken ct)
        {
            var written = db.Set<TaxInvoice>().Where(invoice => invoice.WriteDate >= first && invoice.WriteDate <= last);
            var documents = db.Set<SignedDocument>().Where(document => written.Any(invoice => invoice.Id == document.Id)).OrderBy(document => document.Id);
            await foreach (var document in documents.AsAsyncEnumerable().WithCancellation(ct))
            {
                await TextAsync($"세금계산서/{(document.ApprovalNumber.Length > 0 ? document.ApprovalNumber : document.Id.Value)}.xml", document.Xml, ct);
            }
        }

        private async Task CsvAsync<T>(string name, IReadOnlyList<string> headings, IAsyncEnumerable<T> rows, Func<T, IReadOnlyList<string>> cells, CancellationToken ct)
        {
            await using var stream = await OpenAsync(name, ct);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            await writer.WriteAsync(Csv.Line(headings));
            await foreach (var row in rows.WithCancellation(ct))
            {
                await writer.WriteAsync(Csv.Line(cells(row)));
            }
        }

        private Task<Stream> OpenAsync(string name, CancellationToken ct) => zip.CreateEntry(name, CompressionLevel.Optimal).OpenAsync(ct);

        private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);

        private static string At(DateTimeOffset at) => at.ToOffset(SeoulTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
