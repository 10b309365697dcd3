using Jeongsan.Domain.Privacy;

namespace Jeongsan.Server.Api;

/// <summary>Whose data a file holds, where it is one's alone: said by its endpoint to whoever writes down that it is taken.</summary>
internal static class ShownFile
{
    public static void IsOf(HttpContext http, DataSubject subject) => http.Items[typeof(DataSubject)] = subject;

    /// <summary>Null of a file that holds everybody's.</summary>
    public static IReadOnlyCollection<DataSubject>? SubjectsOf(HttpContext http) => http.Items[typeof(DataSubject)] is DataSubject one ? [one] : null;
}
