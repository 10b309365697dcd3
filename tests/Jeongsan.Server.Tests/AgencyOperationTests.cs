using System.Net;

namespace Jeongsan.Server.Tests;

/// <summary>What waits for the ASP, what differs from it, and amendments, by the API.</summary>
public sealed class AgencyOperationTests(RunningServer server)
{
    [Fact]
    public async Task AgencyQueue_SumsItsParts_AndSaysNoReasonWhileTheAgencyAnswers()
    {
        var reply = await server.GetAsync("/platform/tax-invoices/agency-queue?test=true");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(reply.Body.GetProperty("parts").EnumerateArray().Sum(part => part.GetProperty("count").GetInt32()), reply.Body.GetProperty("left").GetInt32());
        Assert.True(reply.Body.GetProperty("callsLeft").GetInt32() >= reply.Body.GetProperty("left").GetInt32());
        Assert.False(reply.Body.TryGetProperty("outage", out _));
    }

    /// <summary>Nothing was ever issued for real on this server.</summary>
    [Fact]
    public async Task AgencyQueueAndDifferences_OnTheLiveSide_AreEmpty()
    {
        var queue = await server.GetAsync("/platform/tax-invoices/agency-queue");
        var differences = await server.GetAsync("/platform/tax-invoices/agency-differences");

        Assert.Equal((0, 0, 0), (queue.Body.GetProperty("left").GetInt32(), queue.Body.GetProperty("stuck").GetInt32(), queue.Body.GetProperty("differences").GetInt32()));
        Assert.False(queue.Body.TryGetProperty("doneAt", out _));
        Assert.Equal(HttpStatusCode.OK, differences.Status);
        Assert.Empty(differences.Body.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Amend_UnknownInvoice_IsRefusedAsNotFound() => Assert.Equal(
        "B2B_TAX_INVOICE_NOT_FOUND", (await server.PostAsync("/platform/tax-invoices/nobodys/amend?test=true", new { cause = "ISSUED_TWICE" })).ErrorType);

    [Fact]
    public async Task Amend_AmountBeyondWhatCanBeReckoned_IsRefusedAndSaysWhich()
    {
        var reply = await server.PostAsync(
            "/platform/tax-invoices/nobodys/amend?test=true", new { cause = "CORRECTION", correctionCause = "OTHERWISE_WRONG", corrected = new { totalTaxAmount = 9_007_199_254_740_991 } });

        Assert.Equal("INVALID_REQUEST", reply.ErrorType);
        Assert.StartsWith("corrected.totalTaxAmount", reply.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CONTRACT_CANCELLED", "계약을 해제한 날(on)")]
    [InlineData("SUPPLY_CHANGED", "공급가액(supplyAmount)")]
    [InlineData("RETURNED", "공급가액(supplyAmount)")]
    [InlineData("CORRECTION", "correctionCause, corrected")]
    public async Task Amend_WithoutWhatItsCauseNeeds_IsRefusedAndSaysWhat(string cause, string missing)
    {
        var reply = await server.PostAsync("/platform/tax-invoices/nobodys/amend?test=true", new { cause });

        Assert.Equal("INVALID_REQUEST", reply.ErrorType);
        Assert.Contains(missing, reply.Message, StringComparison.Ordinal);
    }
}
