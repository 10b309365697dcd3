using System.Text;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Etax.Pdf;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.PublicPages;

/// <summary>The public table of processors, always the register's present state: as a page, as text or PDF to paste elsewhere, or inside another page.</summary>
internal sealed class ProcessorsModel(Store store) : PageModel
{
    public string PlatformName { get; private set; } = "";

    public string Contact { get; private set; } = "";

    public bool IsTest { get; private set; }

    public bool IsEmbedded { get; private set; }

    public IReadOnlyList<(ConsignmentProcessor Processor, int Depth)> Lines { get; private set; } = [];

    public IReadOnlyList<ConsignmentProcessor> Ended { get; private set; } = [];

    /// <param name="format"><c>text</c> for plain text, <c>pdf</c> for a PDF.</param>
    /// <param name="embed">Only the table, for a frame in the platform's own site.</param>
    public async Task<IActionResult> OnGetAsync(string platform, [FromQuery] string? format, [FromQuery] bool embed, [FromQuery] bool test, CancellationToken ct)
    {
        var tenant = new Tenant(new MerchantId(platform), test ? Mode.Test : Mode.Live);
        await using var db = store.Read(tenant);
        if (await db.Set<Merchant>().SingleOrDefaultAsync(merchant => merchant.Id == tenant.Merchant, ct) is not { } found)
        {
            return NotFound();
        }
        var register = await PublicRegister.ReadAsync(db, ct);
        (PlatformName, IsTest, IsEmbedded) = (found.Name, test, embed);
        Contact = await db.Set<OwnCompany>().Select(company => company.ContactEmail).SingleOrDefaultAsync(ct) ?? "";
        (Lines, Ended) = (register.Chain(), [.. register.Processors.Where(processor => processor is { Status: ProcessorStatus.Ended, ActiveSince: not null })]);
        return format switch
        {
            "text" => Content(AsText(), "text/plain; charset=utf-8", Encoding.UTF8),
            "pdf" => File(TablePdf.Render(AsTable(KoreanWords.DateInText(SeoulTime.DateOf(await store.NowAsync(tenant, ct))))), "application/pdf", "processors.pdf"),
            _ => Page(),
        };
    }

    private TableDocument AsTable(string today) => new(
        "개인정보 처리위탁 현황",
        [new("위탁자", PlatformName), new("기준일", today)],
        [new("수탁자", 26), new("맡기는 업무", 26), new("보내는 항목", 36), new("시작일", 12)],
        // One row for each item: several in one cell would be too small to read.
        [.. Lines.SelectMany(line => line.Processor.Items.Select((item, index) => (IReadOnlyList<string>)
        [
            index > 0 ? "" : $"{(line.Depth > 0 ? "재수탁자: " : "")}{line.Processor.Name}{(line.Processor.IsAbroad ? $" (국외: {line.Processor.Country})" : "")}",
            index > 0 ? "" : string.Join(", ", line.Processor.Works.Select(PrivacyWords.Of)),
            PrivacyWords.Of(item),
            index > 0 ? "" : SinceOf(line.Processor),
        ]))],
        [],
        $"개인정보 보호법 제26조에 따라 알립니다. 지금의 현황은 홈페이지의 표를 봐 주세요.\n문의: {PlatformName} · {Contact}");

    private static string SinceOf(ConsignmentProcessor processor) => processor.ActiveSince is { } from ? KoreanWords.InstantInTable(from)[..10] : "";

    private string AsText()
    {
        var text = new StringBuilder($"{PlatformName} 개인정보 처리위탁 현황\n\n");
        foreach (var (processor, depth) in Lines)
        {
            text.Append(depth > 0 ? "  └ (재수탁자) " : "- ").Append(processor.Name).Append(processor.IsAbroad ? $" (국외: {processor.Country})" : "").Append('\n')
                .Append("    맡기는 업무: ").AppendJoin(", ", processor.Works.Select(PrivacyWords.Of)).Append('\n')
                .Append("    보내는 항목: ").AppendJoin(", ", processor.Items.Select(PrivacyWords.Of)).Append('\n')
                .Append("    시작일: ").Append(SinceOf(processor)).Append('\n');
        }
        return text.Append("\n문의: ").Append(PlatformName).Append(" · ").Append(Contact).Append('\n').ToString();
    }
}
