using Jeongsan.Application;
using Jeongsan.Application.Installation;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Server.Hosting;

/// <summary><c>./run new-merchant</c>: another platform in the same installation. Its company's details are completed in its console.</summary>
internal static class NewMerchantCommand
{
    private const string NotStated = "-";

    public static async Task<int> RunAsync(Settings settings, string id, string name, string businessNumber, string ownerEmail, CancellationToken ct)
    {
        var number = BusinessRegistrationNumber.Parse(businessNumber);
        if (number.IsRefused)
        {
            await System.Console.Error.WriteLineAsync($"'{businessNumber}'은(는) 사업자등록번호가 아닙니다. 10자리를 적어 주세요.");
            return 2;
        }
        using var folder = DataFolder.Open(settings.DataFolder);
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddApplication(ServerHost.Options(settings, folder.Owner)).BuildServiceProvider();
        await services.GetRequiredService<Migrator>().RunAsync(ct);
        var company = new OwnCompanyProfile(number.Value, name, NotStated, NotStated, NotStated, NotStated, "담당자", ownerEmail, NotStated);
        var added = await services.GetRequiredService<AddMerchant>().HandleAsync(new NewMerchant(id, name, company, ownerEmail), ct);
        if (added.IsRefused)
        {
            await System.Console.Error.WriteLineAsync(added.Refusal switch
            {
                NewMerchantRefusal.IdUnusable => "아이디는 영문 소문자, 숫자, -로 3~40자여야 합니다.",
                NewMerchantRefusal.IdTaken => $"'{id}' 플랫폼이 이미 있습니다. 다른 아이디를 적어 주세요.",
                NewMerchantRefusal.EmailTaken => $"'{ownerEmail}'은(는) 이미 쓰고 있는 로그인 이메일입니다. 다른 이메일을 적어 주세요.",
                OwnCompanyRefusal company1 => OwnCompanyWords.Of(company1),
                var refusal => refusal.Reason,
            });
            return 1;
        }
        System.Console.WriteLine($"""
            플랫폼 '{name}'을(를) 만들었습니다. 아래 내용은 다시 보여 드리지 않으니 적어 두세요.
              콘솔 로그인     {added.Value.OwnerEmail}
              비밀번호        {added.Value.OwnerPassword}   (로그인하면 OTP를 등록합니다)
              API 키          {added.Value.ApiSecret}
            서버를 켜고 로그인한 뒤 설정 > 우리 회사에서 나머지 회사 정보를 채워 주세요.
            """);
        return 0;
    }
}
