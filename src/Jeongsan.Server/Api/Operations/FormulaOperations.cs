using Jeongsan.Application.People;
using Jeongsan.Application.Policies.Formulas;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Operations;

/// <summary>계산 관리: the platform's formulas and parameters, and a bench to try them on.</summary>
internal static class FormulaOperations
{
    public static void MapFormulaOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/settlement-formulas").WithTags("계산 관리 (자체 API)");
        routes.MapGet("", GetSettlementFormulas).Needs(PersonRight.See).Refuses<GetSettlementFormulasError>();
        routes.MapPut("", SaveSettlementFormulas).Needs(PersonRight.Edit).Refuses<SaveSettlementFormulasError>();
        routes.MapPost("/validate", ValidateSettlementFormulas).Needs(PersonRight.See).Refuses<GetSettlementFormulasError>();
        routes.MapPost("/test-bench", TestSettlementFormulas).Reads().Needs(PersonRight.Edit).Refuses<TestSettlementFormulasError>();
        routes.MapGet("/versions", GetSettlementFormulaVersions).Needs(PersonRight.See).Refuses<GetSettlementFormulasError>();
        routes.MapGet("/versions/{version}", GetSettlementFormulaVersion).Needs(PersonRight.See).Refuses<GetSettlementFormulaVersionError>();
        routes.MapDelete("/versions/{version}", CancelSettlementFormulas).Needs(PersonRight.Edit).Refuses<CancelSettlementFormulasError>();
    }

    private static async Task<Answer<GetSettlementFormulasResponse>> GetSettlementFormulas(ApiCall call, Store store, CancellationToken ct)
    {
        var now = await store.NowAsync(call.Tenant, ct);
        await using var db = store.Read(call.Tenant);
        var settings = await PlatformSettings.ReadAsync(db, ct);
        int[] numbers = [settings.FormulasAt(now)?.Number ?? 0, settings.FormulaTimes?.FirstOrDefault(time => time.AppliesFrom > now)?.Number ?? 0];
        var versions = await db.Set<SettlementFormulaVersion>().Where(version => numbers.Contains(version.Number)).ToDictionaryAsync(version => version.Number, ct);
        return new GetSettlementFormulasResponse
        {
            Current = FormulaMapping.Write(versions.GetValueOrDefault(numbers[0])),
            Scheduled = versions.TryGetValue(numbers[1], out var waiting) ? FormulaMapping.Write(waiting) : null,
            Variables = FormulaMapping.Variables(),
        };
    }

    private static async Task<Answer<SettlementFormulaVersionResponse>> SaveSettlementFormulas(
        ApiCall<SaveSettlementFormulasBody> call, SaveSettlementFormulas save, CancellationToken ct)
    {
        var command = new NewSettlementFormulas(FormulaMapping.Read(call.Body.Formulas), call.Body.BaseVersion, call.Body.ApplyAt, call.Body.Memo);
        var saved = await save.HandleAsync(call.Tenant, call.Actor, command, ct);
        return saved.Answer(version => new SettlementFormulaVersionResponse { Version = FormulaMapping.Write(version) }, Refuse);
    }

    private static Answer<ValidateSettlementFormulasResponse> ValidateSettlementFormulas(ApiCall<ValidateSettlementFormulasBody> call)
    {
        var mistakes = SettlementFormulas.Check(FormulaMapping.Read(call.Body.Formulas));
        return new ValidateSettlementFormulasResponse { IsValid = mistakes.Count == 0, Mistakes = [.. mistakes.Select(FormulaMapping.Write)] };
    }

    private static async Task<Answer<TestSettlementFormulasResponse>> TestSettlementFormulas(
        ApiCall<TestSettlementFormulasBody> call, TryOutOrder tryOut, CancellationToken ct)
    {
        var order = TransferReading.Read(call.Body.Order);
        if (order.IsRefused)
        {
            return TransferRefusals.Of(order.Refusal);
        }
        var tried = await tryOut.HandleAsync(call.Tenant, call.Actor, order.Value, call.Body.Formulas is { } draft ? FormulaMapping.Read(draft) : null, ct);
        return tried.Answer(
            explained => new TestSettlementFormulasResponse { Transfer = TransferMapping.WriteOrder(explained.Transfer), Explanation = ExplanationMapping.Write(explained) },
            refusal => refusal is FormulaSettingRefusal ? Refuse(refusal) : TransferRefusals.Of(refusal));
    }

    private static async Task<Answer<GetSettlementFormulaVersionsResponse>> GetSettlementFormulaVersions(ApiCall call, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var versions = await db.Set<SettlementFormulaVersion>().OrderByDescending(version => version.Number).Take(ApiLimits.BatchCountMax).ToListAsync(ct);
        return new GetSettlementFormulaVersionsResponse { Items = [.. versions.Select(FormulaMapping.Write)] };
    }

    private static async Task<Answer<SettlementFormulaVersionResponse>> GetSettlementFormulaVersion(ApiCall call, string version, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        return int.TryParse(version, out var number) && await db.Set<SettlementFormulaVersion>().SingleOrDefaultAsync(row => row.Number == number, ct) is { } found
            ? new SettlementFormulaVersionResponse { Version = FormulaMapping.Write(found) }
            : new SettlementFormulaVersionNotFoundError();
    }

    private static async Task<Answer<SettlementFormulaVersionResponse>> CancelSettlementFormulas(ApiCall call, string version, SaveSettlementFormulas save, CancellationToken ct)
    {
        if (!int.TryParse(version, out var number))
        {
            return new SettlementFormulaVersionNotFoundError();
        }
        var cancelled = await save.CancelAsync(call.Tenant, call.Actor, number, ct);
        return cancelled.Answer(row => new SettlementFormulaVersionResponse { Version = FormulaMapping.Write(row) }, Refuse);
    }

    private static ApiError Refuse(Refusal refusal) => refusal switch
    {
        FormulaSettingRefusal.Wrong wrong => new SettlementFormulasWrongError { Mistakes = [.. wrong.Mistakes.Select(FormulaMapping.Write)] },
        FormulaSettingRefusal.VersionMoved moved => new SettlementFormulasMovedError { NewestVersion = moved.Newest },
        FormulaSettingRefusal.AlreadyScheduled waiting => new SettlementFormulasAlreadyScheduledError { Version = waiting.Number, AppliesFrom = waiting.AppliesFrom },
        FormulaSettingRefusal.AlreadyApplied => new SettlementFormulasAlreadyAppliedError(),
        FormulaSettingRefusal.ApplyAtPassed passed => Invalid.Field("applyAt", $"지금({passed.Now:O})보다 나중이어야 해요. 바로 적용하려면 비워 주세요."),
        FormulaSettingRefusal.MemoTooLong memo => Invalid.Field("memo", $"{memo.LengthMax}자 이하로 적어 주세요."),
        StoredRefusal.NotFound => new SettlementFormulaVersionNotFoundError(),
        _ => Invalid.Of(refusal),
    };
}
