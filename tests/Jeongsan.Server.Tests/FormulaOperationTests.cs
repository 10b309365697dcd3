using System.Net;
using System.Text.Json;

namespace Jeongsan.Server.Tests;

/// <summary>Formulas by the API: saved, tried, used by orders, explained. Saved on the live side, and so that orders which give no parameter come to the same.</summary>
public sealed class FormulaOperationTests(RunningServer server)
{
    private const string Path = "/platform/settlement-formulas";

    private static object Order(string partnerId, object? orderDetail = null, object? parameters = null) => new
    {
        partnerId,
        paymentId = RunningServer.NewId(),
        orderDetail = orderDetail ?? new { orderAmount = 10_000 },
        discounts = Array.Empty<object>(),
        additionalFees = Array.Empty<object>(),
        externalPaymentDetail = new { currency = "KRW" },
        parameters,
    };

    private static object Line(string id, long amount, int quantity, object? parameters = null) =>
        new { product = new { id, name = id, amount }, quantity, discounts = Array.Empty<object>(), additionalFees = Array.Empty<object>(), parameters };

    private async Task<string> LivePartnerAsync()
    {
        var id = RunningServer.NewId();
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync("/platform/contracts", RunningServer.Contract(id))).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync("/platform/partners", RunningServer.Person(id, id))).Status);
        return id;
    }

    [Fact]
    public async Task Save_FormulasAndParameters_AreUsedByOrdersAndTheirLines()
    {
        var partnerId = await LivePartnerAsync();
        var formulas = new
        {
            platformFee = new { expression = "ORDER_AMOUNT * FIXED_RATE + QUANTITY * perPiece", rounding = "FLOOR" },
            userDefined = new[] { new { key = "fund", name = "기금", expression = "SETTLEMENT_AMOUNT * share", rounding = "CEILING" } },
            parameters = new object[]
            {
                new { key = "perPiece", name = "개당 수수료", scope = "PRODUCT", @default = new { @decimal = 0 } },
                new { key = "share", name = "기금 비율", @default = new { @decimal = 1, decimalScale = 2 } },
            },
        };
        var saved = await server.SendAsync(HttpMethod.Put, Path, new { formulas, memo = "개당 수수료를 더해요" });
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var version = saved.Body.GetProperty("version").GetProperty("version").GetInt32();

        var detail = new { orderLines = new[] { Line("a", 2_000, 2, new { perPiece = new { @decimal = 50 } }), Line("b", 6_000, 1) } };
        var reply = await server.PostAsync("/platform/transfers/order", Order(partnerId, detail, new { share = new { @decimal = 5, decimalScale = 2 } }));

        var transfer = reply.Body.GetProperty("transfer");
        var amount = transfer.GetProperty("amount");
        Assert.Equal(1_100, amount.GetProperty("platformFee").GetInt64());
        Assert.Equal(8_790, amount.GetProperty("settlement").GetInt64());
        Assert.Equal(440, amount.GetProperty("userDefinedFormulas").GetProperty("fund").GetInt64());
        var first = transfer.GetProperty("orderLines")[0];
        Assert.Equal(500, first.GetProperty("amount").GetProperty("platformFee").GetInt64());
        Assert.Equal(50, first.GetProperty("parameters").GetProperty("perPiece").GetProperty("decimal").GetInt64());
        Assert.Equal(5, transfer.GetProperty("parameters").GetProperty("share").GetProperty("decimal").GetInt64());

        var unknown = await server.PostAsync("/platform/transfers/order", Order(partnerId, parameters: new { nope = new { @decimal = 1 } }));
        Assert.Equal("PLATFORM_SETTLEMENT_PARAMETER_NOT_FOUND", unknown.ErrorType);

        var explanation = (await server.GetAsync($"/platform/transfers/{transfer.GetProperty("id").GetString()}/explanation")).Body.GetProperty("explanation");
        Assert.True(explanation.GetProperty("isReproduced").GetBoolean());
        Assert.Equal(version, explanation.GetProperty("formulaVersion").GetInt32());
        var fee = explanation.GetProperty("steps").EnumerateArray().First(step => step.GetProperty("kind").GetString() == "PLATFORM_FEE");
        Assert.Equal("4,000 * 0.1 + 2 * 50", fee.GetProperty("formula").GetProperty("substituted").GetString());
        Assert.Equal(partnerId, fee.GetProperty("policy").GetProperty("id").GetString());
        Assert.Contains("→ 500원", fee.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal(version, (await server.GetAsync($"{Path}/versions/{version}")).Body.GetProperty("version").GetProperty("version").GetInt32());
        Assert.Equal("개당 수수료를 더해요", (await server.GetAsync($"{Path}/versions")).Body.GetProperty("items")[0].GetProperty("memo").GetString());

        var back = await server.SendAsync(HttpMethod.Put, Path, new { formulas = new { } });
        Assert.Equal(HttpStatusCode.OK, back.Status);
        Assert.Equal(8_900, (await server.PostAsync("/platform/transfers/order", Order(partnerId))).Body.GetProperty("transfer").GetProperty("amount").GetProperty("settlement").GetInt64());
    }

    [Fact]
    public async Task Validate_SeveralMistakes_PointAtTheCharacterInKorean()
    {
        var formulas = new
        {
            platformFee = new { expression = "ORDER_AMOUNT * ", rounding = "FLOOR" },
            discountShare = new { expression = "ORDER_AMOUNT", rounding = "FLOOR" },
            userDefined = new[] { new { key = "a", name = "가", expression = "1 / 2", rounding = "FLOOR" } },
        };

        var reply = await server.PostAsync($"{Path}/validate?test=true", new { formulas });
        var saved = await server.SendAsync(HttpMethod.Put, $"{Path}?test=true", new { formulas });

        Assert.False(reply.Body.GetProperty("isValid").GetBoolean());
        var mistakes = reply.Body.GetProperty("mistakes").EnumerateArray().ToArray();
        Assert.Equal(
            [("platformFee", 15, "OPERAND_MISSING"), ("discountShare", 0, "VARIABLE_NOT_ALLOWED"), ("a", 2, "UNEXPECTED_CHARACTER")],
            mistakes.Select(one => (one.GetProperty("key").GetString(), one.GetProperty("position").GetInt32(), one.GetProperty("reason").GetString())));
        Assert.StartsWith("3번째 글자 ‘/’는 쓸 수 없어요.", mistakes[2].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("SETTLEMENT_FORMULAS_WRONG", saved.ErrorType);
        Assert.Equal(3, saved.Body.GetProperty("mistakes").GetArrayLength());
        Assert.Equal(0, (await server.GetAsync($"{Path}?test=true")).Body.GetProperty("current").GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task TestBench_DraftFormulas_ExplainsTheSampleOrderAndKeepsNothing()
    {
        var partnerId = await server.NewPartnerAsync();

        var reply = await server.PostAsync($"{Path}/test-bench?test=true", new
        {
            formulas = new { platformFee = new { expression = "MAX(500, ORDER_AMOUNT * 0.01)", rounding = "FLOOR" } },
            order = Order(partnerId),
        });

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(9_450, reply.Body.GetProperty("transfer").GetProperty("amount").GetProperty("settlement").GetInt64());
        var kinds = reply.Body.GetProperty("explanation").GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("kind").GetString()).ToArray();
        Assert.Equal(["ORDER", "PAYMENT", "PLATFORM_FEE", "PLATFORM_FEE_VAT", "SETTLEMENT", "SETTLEMENT_TAX_FREE", "SETTLEMENT_DATE"], kinds);
        var id = reply.Body.GetProperty("transfer").GetProperty("id").GetString();
        Assert.Equal("PLATFORM_TRANSFER_NOT_FOUND", (await server.GetAsync($"/platform/transfers/{id}?test=true")).ErrorType);

        var negative = await server.PostAsync($"{Path}/test-bench?test=true", new
        {
            formulas = new { platformFee = new { expression = "0 - ORDER_AMOUNT", rounding = "FLOOR" } },
            order = Order(partnerId),
        });
        Assert.Equal("INVALID_REQUEST", negative.ErrorType);
        Assert.Contains("MAX(0, …)", negative.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explanation_OfACancellationAndACorrection_SaysWhatTheyAre()
    {
        var partnerId = await server.NewPartnerAsync();
        var order = (await server.PostAsync("/platform/transfers/order?test=true", Order(partnerId))).Body.GetProperty("transfer").GetProperty("id").GetString();
        var cancel = await server.PostAsync("/platform/transfers/order-cancel?test=true", new
        {
            transferId = order,
            cancellationId = RunningServer.NewId(),
            orderDetail = new { orderAmount = 5_000 },
            discounts = Array.Empty<object>(),
            externalCancellationDetail = new { },
        });
        var manual = await server.PostAsync("/platform/transfers/manual?test=true", new { partnerId, settlementAmount = -3_000, settlementDate = "2027-01-29" });

        var ofCancel = await ExplainAsync(cancel);
        var ofManual = await ExplainAsync(manual);

        Assert.Equal(
            ["CANCELLATION:5000", "PAYMENT:5000", "PLATFORM_FEE:500", "PLATFORM_FEE_VAT:50", "SETTLEMENT:-4450", "SETTLEMENT_DATE:"],
            Steps(ofCancel));
        Assert.Equal(["MANUAL:-3000", "SETTLEMENT_DATE:"], Steps(ofManual));
        Assert.Equal("PLATFORM_TRANSFER_NOT_FOUND", (await server.GetAsync("/platform/transfers/none/explanation?test=true")).ErrorType);
    }

    private async Task<JsonElement> ExplainAsync(Reply registered) =>
        (await server.GetAsync($"/platform/transfers/{registered.Body.GetProperty("transfer").GetProperty("id").GetString()}/explanation?test=true")).Body.GetProperty("explanation");

    private static IEnumerable<string> Steps(JsonElement explanation) =>
        explanation.GetProperty("steps").EnumerateArray().Select(step => $"{step.GetProperty("kind").GetString()}:{(step.TryGetProperty("amount", out var amount) ? amount.GetRawText() : "")}");
}
