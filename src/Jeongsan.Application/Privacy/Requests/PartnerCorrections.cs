using System.Globalization;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Versions;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Requests;

/// <summary>What is different about a partner since a request came in, read from its versions.</summary>
public static class PartnerCorrections
{
    /// <summary>From the last version that was written before the day of receipt to the newest. Empty when nothing of the person's data changed.</summary>
    public static async Task<IReadOnlyList<CorrectedField>> SinceAsync(JeongsanContext db, SubjectRequest request, CancellationToken ct)
    {
        var (id, since) = (request.PartnerId.Value, SeoulTime.At(request.ReceivedOn, TimeOnly.MinValue));
        var versions = await db.Set<VersionRow>().Where(row => row.Subject == CreatePartners.Subject && row.SubjectId == id).OrderBy(row => row.Version).ToListAsync(ct);
        var before = versions.LastOrDefault(row => row.RecordedAt < since) ?? versions.FirstOrDefault();
        return before is null || ReferenceEquals(before, versions[^1]) ? [] : Between(before.Read<PartnerSnapshot>().Profile, versions[^1].Read<PartnerSnapshot>().Profile);
    }

    /// <summary>What of the person's data differs. Accounts and birth dates are masked: that they changed is enough.</summary>
    public static IReadOnlyList<CorrectedField> Between(PartnerProfile before, PartnerProfile after)
    {
        var old = Fields(before).ToDictionary(field => field.Name, field => field.Value);
        var fresh = Fields(after).ToDictionary(field => field.Name, field => field.Value);
        return
        [
            .. old.Keys.Union(fresh.Keys).Select(name => (Name: name, Old: old.GetValueOrDefault(name), New: fresh.GetValueOrDefault(name))).Where(field => field.Old?.Plain != field.New?.Plain)
                .Select(field => new CorrectedField(field.Name, field.Old?.Shown, field.New?.Shown)),
        ];
    }

    private static IEnumerable<(string Name, Value? Value)> Fields(PartnerProfile profile)
    {
        yield return ("이름", Value.Of(profile.Name));
        yield return ("담당자 이름", Value.Of(profile.Contact.Name));
        yield return ("담당자 이메일", Value.Of(profile.Contact.Email));
        yield return ("담당자 전화번호", Value.Of(profile.Contact.PhoneNumber));
        yield return ("은행", Value.Of(BankNames.Of(profile.Account.Bank)));
        yield return ("계좌번호", Value.Masked(profile.Account.Number));
        yield return ("예금주", Value.Of(profile.Account.Holder));
        switch (profile.Type)
        {
            case PartnerType.Business business:
                yield return ("상호", Value.Of(business.CompanyName));
                yield return ("사업자등록번호", Value.Of(business.BusinessRegistrationNumber.Value));
                yield return ("대표자", Value.Of(business.RepresentativeName));
                yield return ("주소", Value.Of(business.CompanyAddress));
                yield return ("업태", Value.Of(business.BusinessType));
                yield return ("종목", Value.Of(business.BusinessClass));
                break;
            case PartnerType.WhtPayer { Birthdate: { } birthdate }:
                yield return ("생년월일", Value.Hidden(birthdate));
                break;
            case PartnerType.NonWhtPayer { Birthdate: { } birthdate }:
                yield return ("생년월일", Value.Hidden(birthdate));
                break;
            default:
                break;
        }
    }

    private sealed record Value(string Plain, string Shown)
    {
        private const int EndShown = 3;

        public static Value? Of(string? text) => string.IsNullOrEmpty(text) ? null : new(text, text);

        public static Value Masked(string digits) => new(digits, digits.Length <= 2 * EndShown ? digits : $"{digits[..EndShown]}***{digits[^EndShown..]}");

        public static Value Hidden(DateOnly day) => new(day.ToString("O", CultureInfo.InvariantCulture), "****-**-**");
    }
}
