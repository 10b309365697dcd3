using Jeongsan.Application.Installation;

namespace Jeongsan.Server.Hosting;

/// <summary>Fills an empty installation with a sample platform's month.</summary>
internal static class SampleMonth
{
    public static Task RunAsync(IServiceProvider services, Settings settings, FirstStartAnswer? first, CancellationToken ct) => Task.CompletedTask;
}
