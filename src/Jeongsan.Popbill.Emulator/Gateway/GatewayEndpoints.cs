using Jeongsan.Etax.Transmission;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Jeongsan.Popbill.Emulator.Gateway;

/// <summary>The National Tax Service's gateway for issuers with a registration of their own: SOAP on one address, and what only an emulator has beside it.</summary>
internal static class GatewayEndpoints
{
    public const string Path = "/nts/gateway";

    /// <param name="SigningCertificate">DER in base64; likewise the other.</param>
    public sealed record IssuerForm(string BusinessNumber, string Name, byte[] SigningCertificate, byte[] EncryptionCertificate);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(Path, TakeAsync);
        app.MapGet(Path, CertificatesAsync);
        app.MapPut("/emulator/nts/issuers/{registration}", RegisterAsync);
        app.MapGet("/emulator/nts/submissions", async (EmulatorStore store, CancellationToken ct) => Results.Json(await store.InTransactionAsync(Submissions, ct), LenientJson.Options));
    }

    private static async Task<IResult> TakeAsync(HttpContext http, EmulatorStore store, GatewayKeys keys, TakeMessage take)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = TransmissionLimits.MessageSizeMax;
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        // On their own: keys that were made for a message which is then refused must stay.
        var pair = await store.InTransactionAsync(keys.Of, CancellationToken.None);
        // What was taken stays taken, whether or not the sender still waits.
        var taken = await store.InTransactionAsync(
            db => take.Take(db, http.Request.ContentType ?? "", body.GetBuffer().AsMemory(0, (int)body.Length), pair),
            kept => kept.Fault is null, CancellationToken.None);
        if (taken.Acknowledgement is { } answer) return Results.Bytes(answer.Content, answer.ContentType);
        // SOAP 1.1, 6.2: a fault has the status 500.
        return Results.Text(taken.Fault!.Write(), "text/xml; charset=utf-8", StatusCodes.Status500InternalServerError);
    }

    /// <summary>The two certificates, as the National Tax Service would hand them out at the registration.</summary>
    private static async Task<IResult> CertificatesAsync(EmulatorStore store, GatewayKeys keys, CancellationToken ct)
    {
        var pair = await store.InTransactionAsync(keys.Of, ct);
        return Results.Json(new { signingCertificate = pair.SigningCertificate.RawData, encryptionCertificate = pair.EncryptionCertificate.RawData }, LenientJson.Options);
    }

    private static async Task<IResult> RegisterAsync(string registration, HttpContext http, EmulatorStore store)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var isRegistered = LenientJson.Read<IssuerForm>(body.ToArray()) is { BusinessNumber: not null, Name: not null, SigningCertificate: not null, EncryptionCertificate: not null } form
            && await store.InTransactionAsync(db => GatewayIssuers.Register(db, new(registration, form.BusinessNumber, form.Name, form.SigningCertificate, form.EncryptionCertificate)), CancellationToken.None);
        return Results.Json(new { ok = isRegistered }, LenientJson.Options, statusCode: isRegistered ? 200 : 400);
    }

    private static List<object> Submissions(EmulatorSession db) => db.All<object>(
        "SELECT submit_id, registration, receipt_id, received_at, sends, delivered_at, results FROM nts_submissions ORDER BY received_at, submit_id",
        r => new
        {
            submitId = r.GetString(0),
            registration = r.GetString(1),
            receiptId = r.GetString(2),
            receivedAt = r.GetString(3),
            sends = r.GetInt32(4),
            deliveredAt = r.IsDBNull(5) ? null : r.GetString(5),
            documents = NtsResults.Read(r.GetFieldValue<byte[]>(6)).Value!.Documents,
        });
}
