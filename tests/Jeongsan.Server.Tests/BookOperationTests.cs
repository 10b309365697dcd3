using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Jeongsan.TestKit;

namespace Jeongsan.Server.Tests;

/// <summary>장부와 대조.</summary>
public sealed class BookOperationTests(RunningServer servers)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Ledger_OfAPayoutThatWasConfirmed_ShowsWhereItsMoneyStands(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        var (settlement, _) = await server.NewSettlementAsync(20_000, -3_000);
        var bulk = (await server.PostAsync("/platform/bulk-payouts?test=true", new { partnerSettlementIds = new[] { settlement } })).Body.GetProperty("bulkPayout").GetProperty("id").GetString();
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync($"/platform/bulk-payouts/{bulk}/confirm?test=true", new { })).Status);
        var payout = (await server.GetAsync($"/platform/bulk-payouts/{bulk}?test=true")).Body.GetProperty("items")[0].GetProperty("payout").GetProperty("id").GetString();

        Assert.Equal(("CORRECTIONS", 17_000L, "UNPAID_TO_PARTNERS", -17_000L), await EntryAsync(server, settlement));
        Assert.Equal(("UNPAID_TO_PARTNERS", 17_000L, "PAYOUTS_DUE", -17_000L), await EntryAsync(server, payout!));
        Assert.Equal(0, (await server.GetAsync("/platform/ledger/balances?test=true")).Body.GetProperty("items").EnumerateArray().Sum(one => one.GetProperty("amount").GetInt64()));
        var bank = (await server.GetAsync("/platform/ledger/lines?test=true&account=PAYOUTS_DUE&size=1")).Body.GetProperty("items")[0];
        Assert.Equal("PAYOUTS_DUE", bank.GetProperty("account").GetString());
        foreach (var path in new[] { "/platform/ledger/lines?test=true&size=0", "/platform/ledger/lines?test=true&account=CASH", "/platform/audit/proofs?test=true&size=100000" })
        {
            Assert.Equal("INVALID_REQUEST", (await server.GetAsync(path)).ErrorType);
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Proof_ThatAProgramAskedFor_CanBeCheckedFromWhatTheApiTells(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        var made = (await server.PostAsync("/platform/audit/proofs?test=true", new { })).Body;

        var list = (await server.GetAsync("/platform/audit/proofs?test=true")).Body;
        var number = made.GetProperty("number").GetInt32();
        Assert.Contains(number, list.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("number").GetInt32()));
        var proof = (await server.GetAsync($"/platform/audit/proofs/{number}?test=true")).Body;
        var content = Encoding.UTF8.GetBytes(proof.GetProperty("content").GetString()!);
        using var key = ECDsa.Create();
        key.ImportFromPem(list.GetProperty("publicKey").GetString());
        Assert.True(key.VerifyData(content, Convert.FromBase64String(proof.GetProperty("signature").GetString()!), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), proof.GetProperty("hash").GetString());
        Assert.Equal("AUDIT_PROOF_NOT_FOUND", (await server.GetAsync("/platform/audit/proofs/999999?test=true")).ErrorType);
    }

    /// <summary>The shared month has things in every stage; whatever the other tests did, the books tie.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Audit_OfWhatTheOtherTestsDid_FindsNoDifference(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        var report = (await server.GetAsync("/platform/audit?test=true")).Body;

        Assert.Equal("[]", report.GetProperty("differences").GetRawText());
        Assert.Equal(JsonValueKind.Number, report.GetProperty("partnerSettlements").GetProperty("count").ValueKind);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Pack_OfAPeriod_HoldsWhatCanBeCheckedWithoutUs(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        var (settlement, partner) = await server.NewSettlementAsync(9_000);
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync("/platform/audit/proofs?test=true", new { })).Status);
        var today = (await server.GetAsync("/platform/test-clock?test=true")).Body.GetProperty("now").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(9));
        var (from, until) = ($"{today.AddDays(-40):yyyy-MM-dd}", $"{today.AddDays(40):yyyy-MM-dd}");

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Server.Address, "/platform/audit/pack?test=true")) { Content = new StringContent(JsonSerializer.Serialize(new { from, until })) };
        request.Headers.Authorization = new AuthenticationHeaderValue("PortOne", server.Server.ApiSecret);
        using var client = new HttpClient();
        using var answer = await client.SendAsync(request, Ct);

        Assert.Equal(("application/zip", HttpStatusCode.OK), (answer.Content.Headers.ContentType!.MediaType, answer.StatusCode));
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Ct), ZipArchiveMode.Read);
        var names = zip.Entries.Select(entry => entry.FullName).ToList();
        Assert.Superset(new HashSet<string> { "읽어보기.txt", "대조.json", "계정잔액.csv", "원장.csv", "이력.csv", "개인정보제공.csv", "고지.csv", "메일.csv", "증명/공개키.pem", "증명/0001.json", "증명/0001.sig" }, names.ToHashSet());
        var lines = (await ReadAsync(zip, "원장.csv")).Split("\r\n").Where(line => line.Contains(settlement, StringComparison.Ordinal)).ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Contains(partner, line, StringComparison.Ordinal));
        Assert.Contains("BooksProved", await ReadAsync(zip, "이력.csv"), StringComparison.Ordinal);
        // Personal data stays out of it, but for what partners asked and were told, word for word.
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".csv", StringComparison.Ordinal) && entry.FullName is not ("정보주체요구.csv" or "법정통지.csv")))
        {
            Assert.DoesNotContain("@", await ReadAsync(zip, entry.FullName), StringComparison.Ordinal);
        }
        foreach (var body in new object[] { new { from = until, until = from }, new { from = "2024-01-01", until = "2026-01-01" } })
        {
            Assert.Equal("INVALID_REQUEST", (await server.PostAsync("/platform/audit/pack?test=true", body)).ErrorType);
        }
    }

    private static async Task<string> ReadAsync(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync(Ct), Encoding.UTF8);
        return await reader.ReadToEndAsync(Ct);
    }

    /// <summary>The first entry of a document: both of its lines.</summary>
    private static async Task<(string?, long, string?, long)> EntryAsync(RunningServer server, string document)
    {
        var lines = (await server.GetAsync($"/platform/ledger/lines?test=true&subjectId={document}")).Body.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(2, lines.Count);
        Assert.Single(lines.Select(line => line.GetProperty("entryId").GetString()).Distinct());
        var debit = lines.Single(line => line.GetProperty("amount").GetInt64() > 0);
        var credit = lines.Single(line => line.GetProperty("amount").GetInt64() < 0);
        return (debit.GetProperty("account").GetString(), debit.GetProperty("amount").GetInt64(), credit.GetProperty("account").GetString(), credit.GetProperty("amount").GetInt64());
    }
}
