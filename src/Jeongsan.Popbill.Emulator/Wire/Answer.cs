namespace Jeongsan.Popbill.Emulator.Wire;

/// <summary>One error of Popbill: its published code and a Korean sentence of ours.</summary>
internal sealed record PopbillError(int Code, string Message, int Status = 400);

/// <summary>What a call answers. A refused call leaves no change behind.</summary>
internal sealed record Answer
{
    public int Status { get; private init; } = 200;

    public int Code { get; private init; } = 1;

    public required object Body { get; init; }

    public string ContentType { get; init; } = "application/json;charset=utf-8";

    /// <summary>Makes the body outside of the transaction; null when it is <see cref="Body"/> as JSON.</summary>
    public Func<byte[]>? Render { get; init; }

    public bool IsRefusal => Status != 200;

    /// <summary>Document key or item key that the call was about, for the request log.</summary>
    public string? DocumentKey { get; init; }

    public static Answer Done(string message = "정상적으로 처리되었습니다.", int code = 1) => new() { Body = new { code, message }, Code = code };

    public static Answer Of(object body) => new() { Body = body };

    /// <summary>The Node SDK takes no other form of this content type.</summary>
    public static Answer Pdf(Func<byte[]> render) => new() { Body = "", Render = render, ContentType = "application/pdf;charset=utf-8" };

    public static Answer Url(string url) => new() { Body = new { url } };

    public static implicit operator Answer(PopbillError error) =>
        new() { Status = error.Status, Code = error.Code, Body = new { code = error.Code, message = error.Message } };
}
