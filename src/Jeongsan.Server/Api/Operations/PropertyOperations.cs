using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Application.UserDefinedProperties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Operations;

/// <summary>사용자 정의 속성: which properties partners and transfers may have, and who sees them.</summary>
internal static class PropertyOperations
{
    public static void MapPropertyOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/user-defined-properties").WithTags("사용자 정의 속성 (자체 API)");
        routes.MapGet("", GetUserDefinedProperties).Needs(PersonRight.See).Refuses<GetUserDefinedPropertiesError>();
        routes.MapPut("/{scope}/{key}", SetUserDefinedProperty).Needs(PersonRight.Edit).Refuses<UserDefinedPropertyError>();
        routes.MapDelete("/{scope}/{key}", RemoveUserDefinedProperty).Needs(PersonRight.Edit).Refuses<UserDefinedPropertyError>();
    }

    private static async Task<Answer<GetUserDefinedPropertiesResponse>> GetUserDefinedProperties(ApiCall call, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var definitions = await db.Set<PropertyDefinition>().OrderBy(row => row.Scope).ThenBy(row => row.Key).ToListAsync(ct);
        return new GetUserDefinedPropertiesResponse { Items = [.. definitions.Select(Write)] };
    }

    private static async Task<Answer<UserDefinedPropertyResponse>> SetUserDefinedProperty(
        ApiCall<SetUserDefinedPropertyBody> call, Code<PropertyScope> scope, string key, DefineProperties define, CancellationToken ct)
    {
        var visibility = Code.Of(call.Body.Visibility ?? UserDefinedPropertyVisibility.Everyone).As<PropertyVisibility>();
        var set = await define.SetAsync(call.Tenant, call.Actor, scope.Value, key, call.Body.Name, visibility, ct);
        return set.Answer(definition => new UserDefinedPropertyResponse { UserDefinedProperty = Write(definition) }, Refuse);
    }

    private static async Task<Answer<RemoveUserDefinedPropertyResponse>> RemoveUserDefinedProperty(
        ApiCall call, Code<PropertyScope> scope, string key, DefineProperties define, CancellationToken ct)
    {
        var removed = await define.RemoveAsync(call.Tenant, call.Actor, scope.Value, key, ct);
        return removed.Answer(_ => new RemoveUserDefinedPropertyResponse(), Refuse);
    }

    private static UserDefinedPropertyView Write(PropertyDefinition definition) => new()
    {
        Scope = Code.Of(definition.Scope).As<UserDefinedPropertyScope>(),
        Key = definition.Key,
        Name = definition.Name,
        Visibility = Code.Of(definition.Visibility).As<UserDefinedPropertyVisibility>(),
    };

    private static ApiError Refuse(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound => new PlatformUserDefinedPropertyNotFoundError(),
        PropertyRefusal.KeyInvalid key => Invalid.Field("key", $"글자, 숫자, _, -로 {key.LengthMax}자까지 적어 주세요."),
        PropertyRefusal.NameInvalid name => Invalid.Field("name", $"1~{name.LengthMax}자로 적어 주세요."),
        PropertyRefusal.TooMany many => Invalid.Field("key", $"속성은 {many.CountMax}개까지 정할 수 있어요."),
        _ => Invalid.Of(refusal),
    };
}

internal enum UserDefinedPropertyScope
{
    Partner,
    Transfer,
}

internal enum UserDefinedPropertyVisibility
{
    Everyone,
    AdminsOnly,
}

internal sealed record SetUserDefinedPropertyBody
{
    public required string Name { get; init; }

    /// <summary>Absent: everyone.</summary>
    public UserDefinedPropertyVisibility? Visibility { get; init; }
}

internal sealed record UserDefinedPropertyView
{
    public required UserDefinedPropertyScope Scope { get; init; }

    public required string Key { get; init; }

    public required string Name { get; init; }

    public required UserDefinedPropertyVisibility Visibility { get; init; }
}

internal sealed record GetUserDefinedPropertiesResponse
{
    public required IReadOnlyList<UserDefinedPropertyView> Items { get; init; }
}

internal sealed record UserDefinedPropertyResponse
{
    public required UserDefinedPropertyView UserDefinedProperty { get; init; }
}

internal sealed record RemoveUserDefinedPropertyResponse;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError))]
internal sealed class GetUserDefinedPropertiesError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PlatformUserDefinedPropertyNotFoundError))]
internal sealed class UserDefinedPropertyError;
