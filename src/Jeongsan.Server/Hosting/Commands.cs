using Jeongsan.Application.Storage.Sealing;

namespace Jeongsan.Server.Hosting;

/// <summary>What <c>./run</c> can be asked to do.</summary>
internal static class Commands
{
    private const int Ok = 0;
    private const int WrongUse = 2;
    private const int WrongSetting = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            switch (args)
            {
                case []:
                    await ServerHost.RunAsync(Settings.Read(Environment.GetEnvironmentVariable), sample: false);
                    return Ok;
                case ["sample"]:
                    await ServerHost.RunAsync(Settings.Read(Environment.GetEnvironmentVariable), sample: true);
                    return Ok;
                case ["check-popbill", .. var options] when options.All(option => option is "--test" or "--live" || !option.StartsWith("--", StringComparison.Ordinal)) && options.Length <= 2:
                    return await CheckPopbillCommand.RunAsync(Settings.Read(Environment.GetEnvironmentVariable), options, CancellationToken.None);
                case ["new-merchant", var id, var name, var businessNumber, var ownerEmail]:
                    return await NewMerchantCommand.RunAsync(Settings.Read(Environment.GetEnvironmentVariable), id, name, businessNumber, ownerEmail, CancellationToken.None);
                case ["audit"]:
                    return await AuditCommand.RunAsync(Settings.Read(Environment.GetEnvironmentVariable), CancellationToken.None);
                case ["rotate-keys"]:
                    return await RotateKeysCommand.RunAsync(Settings.Read(Environment.GetEnvironmentVariable), CancellationToken.None);
                case ["test-certificate", var businessNumber, .. var into, "--expired"] when into.Length <= 1:
                    return await TestCertificateCommand.RunAsync(businessNumber, into is [var old] ? old : ".", isExpired: true);
                case ["test-certificate", var businessNumber, .. var rest] when rest.Length <= 1:
                    return await TestCertificateCommand.RunAsync(businessNumber, rest is [var folder] ? folder : ".", isExpired: false);
                case ["etax", .. var about] when await EtaxCommand.RunAsync(about) is { } code:
                    return code;
                default:
                    await System.Console.Error.WriteLineAsync(Usage);
                    return WrongUse;
            }
        }
        catch (SettingException wrong)
        {
            await System.Console.Error.WriteLineAsync(wrong.Message);
            return WrongSetting;
        }
        catch (MasterKeyException wrong)
        {
            await System.Console.Error.WriteLineAsync(RotateKeysCommand.Words(wrong));
            return WrongSetting;
        }
    }

    private const string Usage = $"""
        쓰는 법:
          ./run                                     서버를 시작합니다.
          ./run sample                              빈 설치에 샘플 플랫폼의 한 달을 채우고 시작합니다.
          ./run test-certificate 사업자번호 [폴더] [--expired]
                                                    시험용 인증서를 만듭니다 (비밀번호 test1234). --expired: 기간이 지난 것.
          ./run check-popbill [사업자번호] [--test|--live]
                                                    팝빌 설정이 되는지, 무엇이 빠졌는지, 비용이 얼마인지 알려 줍니다.
          ./run audit                               주문부터 정산·지급·이체·세금계산서까지 모든 금액과, 개인정보가 나간 기록을
                                                    대조해 맞지 않는 것을 알려 줍니다. 서버가 켜져 있어도 됩니다.
          ./run rotate-keys                         계좌번호·생년월일·연락처를 암호화하는 키를 새것으로 바꾸고 저장된 것을 모두
                                                    다시 암호화합니다. 서버가 켜져 있어도 됩니다.
          ./run new-merchant 아이디 이름 사업자번호 소유자이메일
                                                    플랫폼을 하나 더 만듭니다. 서버를 끄고 실행해 주세요.
        {EtaxCommand.Usage}
        """;
}
