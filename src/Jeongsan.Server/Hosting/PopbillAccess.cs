using Jeongsan.Application.Adapters.Popbill;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Popbill;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Hosting;

/// <summary>Popbill as the settings name it, for commands that run beside the server.</summary>
internal static class PopbillAccess
{
    public static PopbillOptions Options(Settings settings, bool isTest) => PopbillClients.Options(ServerHost.PopbillSettings(settings), isTest);

    /// <summary>The company of the installation's first platform, as the server's database has it; only read.</summary>
    public static async Task<OwnCompany?> OwnCompanyAsync(Settings settings, Mode mode, CancellationToken ct)
    {
        if (settings.Database is null && !File.Exists(Path.Combine(settings.DataFolder, "jeongsan.db")))
        {
            return null;
        }
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddStorage(settings.Storage).BuildServiceProvider();
        await using var db = services.GetRequiredService<ContextFactory>().CreateForAll();
        return await db.Set<OwnCompany>().IgnoreQueryFilters().AsNoTracking().Where(company => company.Mode == mode).OrderBy(company => company.MerchantId).FirstOrDefaultAsync(ct);
    }

    /// <summary>What the service said, and the mend.</summary>
    public static string Words(PopbillException fault) => fault switch
    {
        { Outcome: PopbillOutcome.NotSent } => "팝빌에 연결하지 못했습니다. 이 서버에서 밖으로 나가는 443 포트와 DNS를 확인해 주세요.",
        { Outcome: PopbillOutcome.Unknown } => "팝빌이 제한 시간 안에 제대로 답하지 않았습니다. 점검 중일 수 있으니 잠시 뒤 다시 해 주세요.",
        { Code: -99010007 } => $"비밀키가 맞지 않습니다. 링크허브가 발급한 비밀키를 JEONGSAN_POPBILL_SECRET_KEY에 그대로 붙여 넣어 주세요. {Said(fault)}",
        { Code: -99003004 or -99004021 } => $"링크아이디를 팝빌이 모릅니다. JEONGSAN_POPBILL_LINK_ID를 확인해 주세요. {Said(fault)}",
        { Code: -99010015 } => $"링크아이디가 정지되었습니다. 링크허브에 문의해 주세요. {Said(fault)}",
        { Code: -99010016 } => $"이 링크아이디로 쓸 수 없는 환경입니다. 운영 환경은 링크허브에 전환을 신청해야 열립니다. {Said(fault)}",
        { Code: -99010013 or -99010014 } => $"이 서버의 IP 주소가 허용되지 않았습니다. 링크허브에 등록한 주소를 확인해 주세요. {Said(fault)}",
        { Code: PopbillCodes.NotAMember } => $"연동회원이 아닌 사업자입니다. {Said(fault)}",
        _ => $"팝빌이 거절했습니다. {Said(fault)}",
    };

    private static string Said(PopbillException fault) => $"(팝빌: {fault.AspMessage} {fault.Code})";
}
