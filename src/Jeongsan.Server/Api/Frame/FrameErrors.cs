using System.Text.Json.Serialization;

namespace Jeongsan.Server.Api;

// Errors of the frame itself. Any operation may answer them; where the reference has a type for the case, that one is used.

[ErrorType("INVALID_REQUEST", 413, "요청 본문이 너무 커요. 8MB 이하로 나누어 보내 주세요.")]
internal sealed record RequestTooLargeError : ApiError;

[ErrorType("NOT_FOUND", 404, "없는 API 주소예요. 주소와 메서드를 확인해 주세요.")]
internal sealed record UnknownPathError : ApiError;

[ErrorType("IDEMPOTENCY_KEY_REUSED", 409, "같은 멱등 키를 다른 내용의 요청에 다시 썼어요. 새 요청에는 새 Idempotency-Key를 써 주세요.")]
internal sealed record IdempotencyKeyReusedError : ApiError;

[ErrorType("IDEMPOTENT_REQUEST_IN_PROGRESS", 409, "같은 멱등 키의 요청을 아직 처리하고 있어요. 잠시 뒤 같은 키로 다시 보내 주세요.")]
internal sealed record IdempotentRequestInProgressError : ApiError;

[ErrorType("INTERNAL_SERVER_ERROR", 500, "서버에서 문제가 생겼어요. 계속되면 오류 아이디를 운영자에게 알려 주세요.")]
internal sealed record InternalServerError : ApiError
{
    /// <summary>Found in the log next to what happened.</summary>
    [JsonPropertyOrder(1)]
    public required string ErrorId { get; init; }
}
