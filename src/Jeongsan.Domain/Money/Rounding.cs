namespace Jeongsan.Domain.Money;

/// <summary>How a fraction of a won is dropped. Symmetric around zero, so that a refund mirrors its sale.</summary>
public enum Rounding
{
    /// <summary>Towards zero.</summary>
    Floor,

    /// <summary>Away from zero.</summary>
    Ceiling,

    /// <summary>To the nearest; the half goes away from zero.</summary>
    HalfUp,
}
