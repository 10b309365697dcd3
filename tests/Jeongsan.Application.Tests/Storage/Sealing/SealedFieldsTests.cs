using System.Reflection;
using System.Security.Cryptography;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Storage.Sealing;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.Storage.Sealing;

public sealed class SealedFieldsTests
{
    private static readonly string[] SoundPersonal = ["Email", "Phone", "Birthdate", "ResidentNumber", "AccountNumber"];

    /// <summary>Columns that sound personal and are not sealed, and why.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["people.email"] = "a staff member's name for signing in, unique",
        ["own_companies.contact_email"] = "the platform's own, public on its page of processors",
        ["own_companies.contact_phone"] = "the platform's own, public on its page of processors",
    };

    [Fact]
    public async Task Columns_ThatSoundPersonal_AreSealedOrSayWhyNot()
    {
        await using var world = await World.CreateAsync(DatabaseKind.Sqlite);
        await using var db = world.Get<ContextFactory>().CreateForAll();
        var isSealed = ResealColumns.TablesOf(db.Model).SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}")).ToHashSet();
        Assert.Contains("partners.account", isSealed);
        Assert.Contains("payouts.account", isSealed);
        Assert.Contains("transfers.partner", isSealed);
        Assert.Contains("versions.content", isSealed);

        var found = db.Model.GetEntityTypes().SelectMany(type => type.GetProperties()
                .Where(property => SoundPersonal.Any(word => property.Name.Contains(word, StringComparison.Ordinal)) && property.ClrType == typeof(string))
                .Select(property => $"{type.GetTableName()}.{property.GetColumnName()}"))
            .ToList();
        Assert.NotEmpty(found);
        Assert.DoesNotContain(found, column => !isSealed.Contains(column) && !Open.ContainsKey(column));
    }

    [Fact]
    public async Task Members_OfStoredFacts_ThatSoundPersonal_AreSealed()
    {
        await using var world = await World.CreateAsync(DatabaseKind.Sqlite);
        await using var db = world.Get<ContextFactory>().CreateForAll();
        var types = db.Model.GetEntityTypes().SelectMany(type => type.GetProperties())
            .Where(property => property.GetTypeMapping().Converter?.GetType() is { IsGenericType: true } of && of.GetGenericTypeDefinition() == typeof(JsonColumn<>))
            .SelectMany(property => SealedFields.Reached(property.ClrType)).ToHashSet();
        Assert.Contains(typeof(Domain.Partners.BankAccount), types);
        Assert.Contains(typeof(Domain.Partners.PartnerType.WhtPayer), types);

        var open = types.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => SoundPersonal.Any(word => property.Name.Contains(word, StringComparison.Ordinal)) || (property.Name == "Number" && type.Name.Contains("Account", StringComparison.Ordinal)))
                .Where(property => property.PropertyType == typeof(string) || property.PropertyType == typeof(DateOnly?))
                .Where(property => !SealedFields.Has(type, property.Name))
                .Select(property => $"{type.Name}.{property.Name}"))
            .Where(name => name != "TaxInvoiceContent.EmailSubject");
        Assert.Empty(open);
    }

    [Fact]
    public void Seal_TheSameTextUnderOneKey_IsTheSame_UnderAnotherIsNot()
    {
        var (one, another) = (Key(), Key());

        Assert.Equal(one.Seal("110123456789"), one.Seal("110123456789"));
        Assert.NotEqual(one.Seal("110123456789"), one.Seal("110123456780"));
        Assert.NotEqual(one.Seal("110123456789"), another.Seal("110123456789"));
        Assert.Equal("계좌 110123456789", one.Open(one.Seal("계좌 110123456789")));
        Assert.Equal("", one.Open(one.Seal("")));
    }

    [Fact]
    public void Open_WhatWasAltered_IsRefused()
    {
        var key = Key();
        var text = key.Seal("110123456789");
        var altered = text[..^2] + (text[^2] == 'A' ? 'B' : 'A') + text[^1];

        Assert.ThrowsAny<CryptographicException>(() => key.Open(altered));
        Assert.ThrowsAny<CryptographicException>(() => key.Open(text[..40]));
        Assert.ThrowsAny<CryptographicException>(() => new SealKey(key.Id, new byte[SealKey.SecretBytes]).Open(text));
    }

    private static SealKey Key() => new(SealKey.NewId(), RandomNumberGenerator.GetBytes(SealKey.SecretBytes));
}
