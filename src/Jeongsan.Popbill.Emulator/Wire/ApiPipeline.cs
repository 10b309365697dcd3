using System.IO.Compression;
using System.Text.Json;
using Jeongsan.Popbill.Emulator.Auth;
using Jeongsan.Popbill.Emulator.Faults;
using Jeongsan.Popbill.Emulator.Members;
using Jeongsan.Popbill.Emulator.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Jeongsan.Popbill.Emulator.Wire;

/// <summary>One API request: read whole, done and logged in one transaction, then answered.</summary>
internal sealed partial class ApiPipeline(
    PopbillEmulatorOptions options, EmulatorStore store, EmulatorClock clock, SessionTokens tokens, ApiRoutes routes, FaultPlan faults, Pace pace, ILogger<ApiPipeline> log)
{
    private const int GzipFromBytes = 1024;

    public async Task HandleAsync(HttpContext http)
    {
        var body = await BodyAsync(http.Request);
        if (HttpMethods.IsGet(http.Request.Method) && http.Request.Path == "/Time")
        {
            http.Response.ContentType = "text/plain;charset=utf-8";
            await http.Response.WriteAsync(tokens.TimeText(), http.RequestAborted);
            return;
        }

        var rule = pace.Loaded ?? await store.InTransactionAsync(pace.Of, CancellationToken.None);
        if (!await pace.EnterAsync(rule, http.RequestAborted))
        {
            await SendAsync(http, Errors.TooManyCalls, null);
            return;
        }
        try
        {
            await DoAsync(http, body);
            await pace.LatencyAsync(rule, http.RequestAborted);
        }
        finally
        {
            pace.Leave();
        }
    }

    private async Task DoAsync(HttpContext http, byte[] body)
    {
        var parts = await FormPart.ReadAsync(http.Request.ContentType, body);
        Answer answer;
        FaultRule? fault = null;
        try
        {
            // A client that goes away does not undo what was begun.
            (answer, fault) = await store.InTransactionAsync(db => Run(db, http, body, parts), CancellationToken.None);
        }
        catch (Exception e)
        {
            CallFailed(log, e, http.Request.Method, http.Request.Path);
            answer = Errors.Busy;
        }
        await SendAsync(http, answer, fault);
    }

    private (Answer Answer, FaultRule? Fault) Run(EmulatorSession db, HttpContext http, byte[] body, IReadOnlyList<FormPart> parts)
    {
        var request = http.Request;
        var path = request.Path.Value ?? "/";
        var verb = request.Headers["X-HTTP-Method-Override"].ToString() is { Length: > 0 } text ? text : null;
        var fault = faults.ForCall(db, request.Method, path, verb);
        var call = new ApiCall
        {
            Method = request.Method,
            Segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries),
            Verb = verb,
            Query = request.Query,
            Body = body,
            Parts = parts,
            Headers = request.Headers,
            Ip = http.Connection.RemoteIpAddress?.MapToIPv4().ToString() ?? "127.0.0.1",
            Db = db,
            Now = clock.Now(db),
            OutOfPoints = fault?.Kind == FaultKind.OutOfPoints,
        };
        string? corpNum = null;
        var answer = fault?.Kind switch
        {
            FaultKind.ServerError => Errors.Busy,
            FaultKind.Maintenance => Errors.Maintenance,
            _ => db.Attempt(() => Dispatch(call, out corpNum), a => !a.IsRefusal),
        };
        var key = answer.DocumentKey ?? (call.Segments is ["Taxinvoice", _, var named, ..] ? named : null);
        db.Execute(
            "INSERT INTO requests (at, method, path, verb, corp_num, document_key, code, status, fault) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8)",
            EmulatorClock.Sortable(call.Now), call.Method, path, verb, corpNum, key, answer.Code, answer.Status, fault?.Kind.ToString());
        return (answer, fault);
    }

    private Answer Dispatch(ApiCall call, out string? corpNum)
    {
        corpNum = null;
        if (routes.WithoutToken(call) is { } open) return open;
        var (token, error) = tokens.Read(call.Headers.Authorization, call.Ip, ApiRoutes.ScopeOf(call.Segments));
        if (token is null) return error!;
        corpNum = token.CorpNum;
        return Member.Find(call.Db, token.CorpNum) is null ? Errors.NotAMember : routes.WithToken(call with { CorpNum = token.CorpNum });
    }

    private async Task SendAsync(HttpContext http, Answer answer, FaultRule? fault)
    {
        var ct = http.RequestAborted;
        var bytes = answer.Render is { } render ? render() : JsonSerializer.SerializeToUtf8Bytes(answer.Body, LenientJson.Options);
        switch (fault?.Kind)
        {
            case FaultKind.TimeoutAfterWork:
                await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs ?? 200_000), options.Time, ct);
                http.Abort();
                return;
            case FaultKind.DropMidAnswer:
                http.Response.ContentType = answer.ContentType;
                http.Response.ContentLength = bytes.Length;
                await http.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), ct);
                await http.Response.Body.FlushAsync(ct);
                http.Abort();
                return;
            case FaultKind.MalformedJson:
                bytes = bytes[..(bytes.Length / 2)];
                break;
            case FaultKind.Late:
                await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs ?? 3_000), options.Time, ct);
                break;
        }
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        // Only gzip: some clients announce deflate and cannot read it.
        if (bytes.Length >= GzipFromBytes && http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Headers.ContentEncoding = "gzip";
            using var packed = new MemoryStream();
            await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) await gzip.WriteAsync(bytes, ct);
            bytes = packed.ToArray();
        }
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, ct);
    }

    private static async Task<byte[]> BodyAsync(HttpRequest request)
    {
        using var copy = new MemoryStream();
        await request.Body.CopyToAsync(copy, request.HttpContext.RequestAborted);
        return copy.ToArray();
    }

    [LoggerMessage(EventId = 4101, Level = LogLevel.Error, Message = "Emulator call {Method} {Path} failed")]
    private static partial void CallFailed(ILogger logger, Exception exception, string method, string path);
}
