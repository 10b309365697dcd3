using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jeongsan.Server.Api.SupplierDesk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Jeongsan.Server.Api.OpenApi;

/// <summary>
/// Our own OpenAPI document, written from the route table itself: each mapped endpoint with its parameters, its body,
/// its answer and every error that it declared. Written once, at the first request.
/// </summary>
internal sealed class ApiDocument(EndpointDataSource endpoints)
{
    private const string Introduction = """
        포트원 V2 파트너 정산·B2B API와 같은 형식이라서 공식 SDK의 `baseUrl`만 이 서버 주소로 바꾸면 그대로 쓸 수 있어요. `(자체 API)`는 포트원에 없는, 이 서버만의 기능이에요.
        `Authorization: PortOne {API 시크릿}`으로 부르고, `?test=true`를 붙이면 테스트 모드에서 일해요. 거절은 바뀌지 않는 `type`과 고치는 방법을 알려 주는 한국어 `message`로 와요.

        The wire format is that of PortOne V2's settlement and B2B APIs: point the official SDK's `baseUrl` at this server. Tags with `(자체 API)` are this server's own operations.
        `/supplier-desk` takes the token of a supplier's mail link as `Authorization: Bearer {token}` instead of an API secret.
        Call with `Authorization: PortOne {API secret}`; `?test=true` works on the test side. Refusals have a stable `type` and a Korean `message` that says the mend.

        ```
        curl -H 'Authorization: PortOne API_SECRET' 'http://127.0.0.1:5080/platform/partners?test=true'
        ```
        """;

    private readonly Lazy<byte[]> _json = new(() => JsonSerializer.SerializeToUtf8Bytes(Write(endpoints), ApiJson.Options));

    public IResult Get() => Results.Bytes(_json.Value, "application/json; charset=utf-8");

    private static JsonObject Write(EndpointDataSource endpoints)
    {
        var schemas = new SchemaWriter();
        var paths = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<AnswersMetadata>() is not { } answers)
            {
                continue;
            }

            var path = PathOf(endpoint);
            if (!paths.TryGetValue(path, out var operations))
            {
                paths[path] = operations = [];
            }

            foreach (var method in endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods)
            {
                operations[CultureInfo.InvariantCulture.TextInfo.ToLower(method)] = Operation(endpoint, method, answers, schemas);
            }
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "정산 API", ["version"] = "v1", ["description"] = Introduction },
            ["paths"] = new JsonObject(paths.Select(path => KeyValuePair.Create(path.Key, (JsonNode?)path.Value))),
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.Components(),
                ["securitySchemes"] = new JsonObject
                {
                    ["portOne"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "Authorization", ["description"] = "PortOne {API 시크릿}" },
                    ["bearerJwt"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" },
                    [SupplierSecurity.Link] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "메일 링크의 토큰 · the token of a mail's link" },
                    [SupplierSecurity.Visit] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "POST /supplier-desk/visit의 accessToken" },
                },
            },
        };
    }

    private static string PathOf(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
            string.Concat(segment.Parts.Select(part => part switch
            {
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                _ => "",
            }))));

    private static JsonObject Operation(RouteEndpoint endpoint, string method, AnswersMetadata answers, SchemaWriter schemas)
    {
        var needsCaller = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;
        var handler = endpoint.Metadata.GetRequiredMetadata<MethodInfo>();
        var operation = new JsonObject
        {
            ["operationId"] = JsonNamingPolicy.CamelCase.ConvertName(handler.Name),
            ["tags"] = new JsonArray([.. (endpoint.Metadata.GetMetadata<ITagsMetadata>()?.Tags ?? []).Select(tag => (JsonNode)tag)]),
        };
        if (OperationWords.Of(operation["operationId"]!.GetValue<string>()) is { } words)
        {
            (operation["summary"], operation["description"]) = (words.Korean, words.English);
        }

        var parameters = Parameters(endpoint, handler, needsCaller, schemas);
        if (endpoint.Metadata.GetMetadata<TakesMetadata>() is { } takes)
        {
            var content = WithExamples(Json(schemas.Of(takes.Body)), schemas);
            if (HttpMethods.IsGet(method))
            {
                parameters.Add(new JsonObject { ["name"] = "requestBody", ["in"] = "query", ["content"] = content.DeepClone() });
            }

            operation["requestBody"] = new JsonObject { ["required"] = !HttpMethods.IsGet(method), ["content"] = content };
        }

        if (endpoint.Metadata.GetMetadata<TakesFileMetadata>() is not null)
        {
            var binary = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "binary" } };
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = new JsonObject { ["application/octet-stream"] = binary } };
        }

        operation["parameters"] = parameters;
        operation["responses"] = Responses(endpoint, method, answers, schemas);
        if (needsCaller && AccessNotes.ItemsOf(endpoint, method) is { } shown && (shown.Count > 0 || answers.MediaTypes.Count > 0))
        {
            // Whoever calls it is written down in the access log.
            operation["x-personal-data"] = new JsonArray([.. shown.Select(item => (JsonNode)JsonNamingPolicy.SnakeCaseUpper.ConvertName(item.ToString()))]);
        }
        if (endpoint.Metadata.GetMetadata<SupplierSecurity>() is { } supplier)
        {
            operation["security"] = new JsonArray(new JsonObject { [supplier.Scheme] = new JsonArray() });
        }
        else if (needsCaller)
        {
            operation["security"] = new JsonArray(new JsonObject { ["portOne"] = new JsonArray() }, new JsonObject { ["bearerJwt"] = new JsonArray() });
        }

        return operation;
    }

    private static JsonArray Parameters(RouteEndpoint endpoint, MethodInfo handler, bool needsCaller, SchemaWriter schemas)
    {
        var parameters = new JsonArray();
        foreach (var parameter in endpoint.RoutePattern.Parameters)
        {
            parameters.Add(new JsonObject { ["name"] = parameter.Name, ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" } });
        }

        // A group of parameters is a record whose constructor takes each of them.
        var stated = handler.GetParameters().SelectMany(parameter =>
            parameter.GetCustomAttribute<AsParametersAttribute>() is null ? [parameter] : parameter.ParameterType.GetConstructors().Single().GetParameters());
        foreach (var parameter in stated.Where(parameter => parameter.GetCustomAttribute<FromQueryAttribute>() is not null))
        {
            var type = parameter.ParameterType;
            parameters.Add(new JsonObject
            {
                ["name"] = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!),
                ["in"] = "query",
                ["schema"] = schemas.Of(Code.EnumOf(type) ?? type),
            });
        }

        if (needsCaller)
        {
            parameters.Add(new JsonObject { ["name"] = "test", ["in"] = "query", ["schema"] = new JsonObject { ["type"] = "boolean" } });
        }

        return parameters;
    }

    private static JsonObject Responses(RouteEndpoint endpoint, string method, AnswersMetadata answers, SchemaWriter schemas)
    {
        var responses = new JsonObject
        {
            ["200"] = new JsonObject { ["description"] = "성공", ["content"] = answers.MediaTypes.Count > 0 ? Files(answers.MediaTypes) : Json(schemas.Of(answers.Body)) },
        };
        foreach (var refuses in endpoint.Metadata.GetOrderedMetadata<RefusesMetadata>())
        {
            var schema = schemas.OfErrors(refuses);
            foreach (var status in refuses.Members.Select(member => ApiError.KindOf(member).Status).Distinct().Order())
            {
                responses[status.ToString(CultureInfo.InvariantCulture)] = new JsonObject { ["description"] = "거절", ["content"] = Json(schema.DeepClone()) };
            }
        }

        foreach (var errors in FrameErrors(endpoint, method).GroupBy(error => ApiError.KindOf(error).Status))
        {
            AddErrors(responses, errors.Key, [.. errors.Select(schemas.Of)]);
        }

        return responses;
    }

    /// <summary>What the frame itself may answer, whatever the operation declares.</summary>
    private static IEnumerable<Type> FrameErrors(RouteEndpoint endpoint, string method)
    {
        if (IdempotencyFilter.AppliesTo(endpoint, method) && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            yield return typeof(IdempotencyKeyReusedError);
            yield return typeof(IdempotentRequestInProgressError);
        }

        if (endpoint.Metadata.GetMetadata<TakesMetadata>() is not null)
        {
            yield return typeof(RequestTooLargeError);
        }

        yield return typeof(InternalServerError);
    }

    private static void AddErrors(JsonObject responses, int status, JsonNode[] added)
    {
        var key = status.ToString(CultureInfo.InvariantCulture);
        if (responses[key] is { } declared)
        {
            added = [declared["content"]!["application/json"]!["schema"]!.DeepClone(), .. added];
        }

        var schema = added is [var only] ? only : new JsonObject { ["oneOf"] = new JsonArray(added) };
        responses[key] = new JsonObject { ["description"] = "거절", ["content"] = Json(schema) };
    }

    private static JsonObject WithExamples(JsonObject content, SchemaWriter schemas)
    {
        var json = content["application/json"]!;
        JsonObject Example(string language, bool isKorean) => new() { ["summary"] = language, ["value"] = new ExampleWriter(schemas, isKorean).Of(json["schema"]!) };
        json["examples"] = new JsonObject { ["ko"] = Example("한국어", isKorean: true), ["en"] = Example("English", isKorean: false) };
        return content;
    }

    private static JsonObject Files(IReadOnlyList<string> mediaTypes) => new(mediaTypes.Select(mediaType =>
        KeyValuePair.Create(mediaType, (JsonNode?)new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "binary" } })));

    private static JsonObject Json(JsonNode schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };
}
