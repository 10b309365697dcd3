using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Clocks;

/// <summary>How far a platform's test side is ahead of real time, so that a month passes in a second. Live time is real time.</summary>
public sealed class TestClock
{
    public required MerchantId MerchantId { get; init; }

    /// <summary>Added to real time; never negative: a clock that went back would undo deadlines already met.</summary>
    public TimeSpan Ahead { get; set; }
}

internal sealed class TestClockMapping : IEntityTypeConfiguration<TestClock>
{
    public void Configure(EntityTypeBuilder<TestClock> builder)
    {
        builder.ToTable("test_clocks");
        builder.HasKey(clock => clock.MerchantId);
        // Two that move it at once must see each other, or the slower one would move it back.
        builder.Property(clock => clock.Ahead).IsConcurrencyToken().HasConversion(ahead => ahead.Ticks, ticks => TimeSpan.FromTicks(ticks));
    }
}
