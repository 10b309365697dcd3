namespace Jeongsan.Domain.Money;

/// <summary>Currencies in which a settlement can be calculated. Only <see cref="Krw"/> is paid by remittance; the others are completed by hand.</summary>
public enum Currency
{
    Krw = 0,
    Usd,
    Jpy,
    Eur,
    Cny,
    Twd,
    Aud,
    Thb,
    Hkd,
}
