namespace Jeongsan.Domain.Foundation;

/// <summary>Live money and test money never mix: the mode is part of every key.</summary>
public enum Mode
{
    Live = 0,
    Test = 1,
}

/// <summary>The platform (고객사) that owns the data.</summary>
public readonly record struct MerchantId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Whose data, and whether live or test. Every stored row and every command belongs to exactly one.</summary>
public readonly record struct Tenant(MerchantId Merchant, Mode Mode)
{
    public override string ToString() => Mode == Mode.Live ? $"{Merchant}" : $"{Merchant}/test";
}

/// <summary>A stored thing that belongs to one tenant; its key starts with (merchant, mode).</summary>
public interface ITenantOwned
{
    MerchantId MerchantId { get; }
    Mode Mode { get; }
}
