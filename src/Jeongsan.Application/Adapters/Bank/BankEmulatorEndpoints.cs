using Jeongsan.Application.Payouts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Jeongsan.Application.Adapters.Bank;

/// <summary>The bank emulator's REST door, the same that <see cref="RemittanceApi"/> expects of a provider.</summary>
public static class BankEmulatorEndpoints
{
    public static void MapBankEmulator(this IEndpointRouteBuilder routes, BankEmulator bank)
    {
        routes.MapGet("/bank/failures", () => Results.Json(bank.Failures.Left, BankJson.Options));
        routes.MapPut("/bank/failures", (BankFailureForm form) => Switch(bank, form));
        var group = routes.MapGroup("/bank").AddEndpointFilter(async (call, next) => bank.Failures.Take(BankFailure.Down) ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : await next(call));
        group.MapGet("/balance", async (CancellationToken ct) => Results.Json(new { balance = await bank.BalanceAsync(ct) }, BankJson.Options));
        group.MapGet("/deposits", async (string account, CancellationToken ct) => Results.Json(await bank.DepositsAsync(account, ct), BankJson.Options));
        group.MapPost("/deposits", async (DepositForm form, CancellationToken ct) => form.AmountWon > 0 && form.DepositorName.Length > 0
            ? Results.Json(await bank.DepositAsync(form, ct), BankJson.Options)
            : Results.BadRequest());
        group.MapGet("/transfers", async (CancellationToken ct) => Results.Json(await bank.TransfersAsync(ct), BankJson.Options));
        group.MapGet("/transfers/{id}", async (string id, CancellationToken ct) =>
            await bank.FindAsync(id, ct) is { } found ? Results.Json(found, BankJson.Options) : Results.NotFound());
        group.MapPut("/transfers/{id}", async (string id, RemittanceOrder order, HttpContext context) =>
        {
            if (order.TransferId != id || order.AmountWon <= 0)
            {
                return Results.BadRequest();
            }
            // Not tied to the caller's connection: what the bank has begun it ends.
            var result = await bank.OrderAsync(order, CancellationToken.None);
            if (BankEmulator.LosesAnswer(order.AccountNumber) || bank.Failures.Take(BankFailure.AnswerLost))
            {
                context.Abort();
            }
            return result is null ? Results.Conflict() : Results.Json(result, BankJson.Options);
        });
    }

    private static IResult Switch(BankEmulator bank, BankFailureForm form)
    {
        if (form.Times is < 0 || !Enum.IsDefined(form.Kind))
        {
            return Results.BadRequest();
        }
        if (form.Times == 0)
        {
            bank.Failures.SwitchOff(form.Kind);
        }
        else
        {
            bank.Failures.SwitchOn(form.Kind, form.Times);
        }
        return Results.Json(bank.Failures.Left, BankJson.Options);
    }
}
