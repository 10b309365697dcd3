using System.Text.Json;
using Jeongsan.Application.Counterparties;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Webhooks;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Popbill.Emulator;
using Jeongsan.TestKit;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jeongsan.Application.Tests.Webhooks;

/// <summary>What is told of counterparties' connections to the NTS, beside a real emulator.</summary>
public sealed class ConnectionEventTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Connection_BegunAndEnded_TellsOneEventEachOfPartnersAndOthers(DatabaseKind kind)
    {
        using var folder = new TemporaryFolder();
        await using var emulator = PopbillEmulator.Create(new PopbillEmulatorOptions { Urls = "http://127.0.0.1:0", DataFolder = folder.Path });
        await emulator.StartAsync(Ct);
        var address = new Uri(emulator.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await using var world = await World.CreateAsync(kind, TimeProvider.System, agency: address);
        var platform = await Platform.CreateAsync(world);
        Platform.Must(await world.Get<SubscribeWebhook>().HandleAsync(platform.Tenant, Platform.Actor, "http://127.0.0.1:9/", Ct));
        var other = Platform.Must(await world.Get<CreateCounterparty>().HandleAsync(platform.Tenant, Platform.Actor, new NewCounterparty("c1", Platform.Number(5), new CounterpartyProfile(
            "㈜거래처", "박대표", "서울특별시 중구 시험로 5", "도소매업", "전자상거래", new CounterpartyContact("박담당", null, "c1@counterparty.example", null), [], null), new CounterpartyLookups()), Ct));
        await world.StartDispatcherAsync();

        Platform.Must(await world.Get<ConnectPartner>().HandleAsync(platform.Tenant, Platform.Actor, new PartnerId("p0"), Ct));
        await UntilAsync(platform, 1);
        Platform.Must(await world.Get<DisconnectPartner>().HandleAsync(platform.Tenant, Platform.Actor, new PartnerId("p0"), Ct));
        Platform.Must(await world.Get<ConnectCounterparty>().ConnectAsync(platform.Tenant, Platform.Actor, other.Id, Ct));
        await UntilAsync(platform, 3);
        Platform.Must(await world.Get<ConnectCounterparty>().DisconnectAsync(platform.Tenant, Platform.Actor, other.Id, Ct));

        Assert.Equal(
            [
                ("Counterparty.Connected", """{"counterpartyId":"p0","partnerId":"p0","status":"CONNECTED"}"""),
                ("Counterparty.Disconnected", """{"counterpartyId":"p0","partnerId":"p0","status":"NOT_CONNECTED"}"""),
                ("Counterparty.Connected", """{"counterpartyId":"c1","status":"CONNECTED"}"""),
                ("Counterparty.Disconnected", """{"counterpartyId":"c1","status":"NOT_CONNECTED"}"""),
            ],
            await EventsAsync(platform));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Connection_OfANumberWithAWrongCheckDigit_TellsThatItFailedAndWhy(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        var valid = Platform.Number(7).Value;
        var wrong = new BusinessRegistrationNumber($"{valid[..9]}{(valid[9] - '0' + 1) % 10}");
        Platform.Must(await world.Get<CreatePartners>().HandleAsync(platform.Tenant, Platform.Actor, [new NewPartner("p9", new PartnerProfile(
            "가게9", new Contact("홍시험", "010-0000-0000", "p9@partner.example"), new BankAccount(Bank.Shinhan, Currency.Krw, "110123456789", "가게9"), new ContractId("A"), null, [],
            new PartnerType.Business("가게9", TaxationType.Normal, BusinessStatus.InBusiness, wrong, "홍시험", "서울특별시 마포구 시험로 2", "도소매업", "전자상거래"), []))], Ct));
        Platform.Must(await world.Get<SubscribeWebhook>().HandleAsync(platform.Tenant, Platform.Actor, "http://127.0.0.1:9/", Ct));
        await world.StartDispatcherAsync();

        Platform.Must(await world.Get<ConnectPartner>().HandleAsync(platform.Tenant, Platform.Actor, new PartnerId("p9"), Ct));
        await UntilAsync(platform, 1);

        Assert.Equal(
            ("Counterparty.ConnectionFailed", """{"counterpartyId":"p9","partnerId":"p9","status":"ERROR","reason":"사업자등록번호의 마지막 자리가 맞지 않습니다. 사업자등록증과 비교해 주세요."}"""),
            Assert.Single(await EventsAsync(platform)));
    }

    private static Task UntilAsync(Platform platform, int events) =>
        Polling.UntilTrueAsync($"{events} events", async _ => (await EventsAsync(platform)).Count == events, Limit, Ct);

    private static async Task<IReadOnlyList<(string Type, string Data)>> EventsAsync(Platform platform) =>
    [
        .. (await platform.RowsAsync<OutboxMessage>()).Where(message => message.Type == DeliverWebhook.MessageType).OrderBy(message => message.Sequence)
            .Select(message => JsonDocument.Parse(message.Read<DeliverWebhook.Payload>().Body).RootElement)
            .Select(body => (body.GetProperty("type").GetString()!, body.GetProperty("data").GetRawText())),
    ];
}
