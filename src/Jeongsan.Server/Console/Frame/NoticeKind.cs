namespace Jeongsan.Server.Console.Frame;

public enum NoticeKind
{
    Info,
    Done,
    Warning,
    Error,
}
