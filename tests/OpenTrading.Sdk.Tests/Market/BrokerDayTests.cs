using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Tests.Market;

public class BrokerDayTests
{
    [Theory]
    [InlineData("America/New_York", 17)]
    [InlineData("Australia/Lord_Howe", 2)]
    [InlineData("Europe/Athens", 0)]
    [InlineData("Pacific/Apia", 17)]
    [InlineData("Etc/UTC", 0)]
    public void DateOf_WhateverWasAskedBefore_IsTheSame(string zone, int hour)
    {
        var asked = new BrokerDay(zone, TimeSpan.FromHours(hour));
        var start = new DateTime(2011, 12, 20, 0, 0, 0, DateTimeKind.Utc);
        for (int minutes = 0; minutes < 400 * 24 * 60; minutes += 35)
        {
            DateTime utc = start.AddMinutes(minutes);
            var fresh = new BrokerDay(zone, TimeSpan.FromHours(hour));

            Assert.Equal(fresh.DateOf(utc), asked.DateOf(utc));
            Assert.Equal(fresh.StartOfDay(utc), asked.StartOfDay(utc));
            Assert.Equal(fresh.NextStart(utc), asked.NextStart(utc));
        }
    }
}
