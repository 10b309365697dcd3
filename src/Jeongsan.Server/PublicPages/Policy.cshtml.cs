using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.PublicPages;

/// <summary>개인정보 처리방침 as published, for anybody: the version in force, and each that was or will be (제30조 ②).</summary>
internal sealed class PolicyModel(Store store) : PageModel
{
    public string PlatformName { get; private set; } = "";

    public bool IsTest { get; private set; }

    public PublishedPolicy Shown { get; private set; } = null!;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<PublishedPolicy> All { get; private set; } = [];

    /// <param name="number">Null: the one in force, or the first if none is yet.</param>
    public async Task<IActionResult> OnGetAsync(string platform, [FromQuery] int? number, [FromQuery] bool test, CancellationToken ct)
    {
        var tenant = new Tenant(new MerchantId(platform), test ? Mode.Test : Mode.Live);
        await using var db = store.Read(tenant);
        if (await db.Set<Merchant>().SingleOrDefaultAsync(merchant => merchant.Id == tenant.Merchant, ct) is not { } found)
        {
            return NotFound();
        }
        var today = SeoulTime.DateOf(await store.NowAsync(tenant, ct));
        All = await db.Set<PublishedPolicy>().OrderByDescending(policy => policy.Number).ToListAsync(ct);
        var shown = number is { } wanted ? All.FirstOrDefault(policy => policy.Number == wanted) : All.FirstOrDefault(policy => policy.EffectiveFrom <= today) ?? (All.Count > 0 ? All[^1] : null);
        if (shown is null)
        {
            return NotFound();
        }
        (PlatformName, IsTest, Shown) = (found.Name, test, shown);
        return Page();
    }
}
