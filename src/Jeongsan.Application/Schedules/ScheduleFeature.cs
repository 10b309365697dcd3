using Jeongsan.Application.Audit;
using Jeongsan.Application.Storage;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Jeongsan.Application.Schedules;

/// <summary>Looks for due work by the calendar. Quartz keeps its triggers in the same database, and clusters on PostgreSQL.</summary>
public static class ScheduleFeature
{
    private static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    public static IServiceCollection AddSchedules(this IServiceCollection services, StorageOptions storage)
    {
        ArgumentNullException.ThrowIfNull(storage);
        services.AddSingleton<DueWork>();
        services.AddQuartz(quartz =>
        {
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                if (storage.PostgresConnection is { } connection)
                {
                    store.UsePostgres(connection);
                    store.UseClustering();
                }
                else
                {
                    store.UseSqlite($"Data Source={Path.Combine(storage.DataFolder, "schedules.db")}");
                }
            });
            quartz.ScheduleJob<LookForDueWork>(trigger => trigger
                .WithIdentity("look-for-due-work")
                .StartNow()
                .WithSimpleSchedule(schedule => schedule.WithInterval(Look).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));
            quartz.ScheduleJob<ProveEveryNight>(trigger => trigger
                .WithIdentity("prove-every-night")
                // After the banks' maintenance, before anybody works. One that was missed is made up for once.
                .WithCronSchedule("0 30 3 * * ?", cron => cron.InTimeZone(Seoul).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        return services;
    }
}

[DisallowConcurrentExecution]
internal sealed class LookForDueWork(DueWork work) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => new(work.RunForAllAsync(cancellationToken));
}
