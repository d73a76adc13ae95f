//+------------------------------------------------------------------+
//| Calendar.mqh - op calendar: the terminal's economic calendar      |
//| (MT5)                                                             |
//+------------------------------------------------------------------+
#define OT_CALENDAR_UNIT 1000000.0   // values are counted in millionths

MqlCalendarEvent   g_events[];       // seen before; they do not change
MqlCalendarCountry g_countries[];

bool CalendarEventOf(const ulong event_id,MqlCalendarEvent &event)
{
   for(int i=0; i<ArraySize(g_events); i++)
      if(g_events[i].id==event_id)
      {
         event=g_events[i];
         return(true);
      }
   if(!CalendarEventById(event_id,event))
      return(false);
   int n=ArraySize(g_events);
   ArrayResize(g_events,n+1,256);
   g_events[n]=event;
   return(true);
}

bool CalendarCountryOf(const ulong country_id,MqlCalendarCountry &country)
{
   for(int i=0; i<ArraySize(g_countries); i++)
      if(g_countries[i].id==country_id)
      {
         country=g_countries[i];
         return(true);
      }
   if(!CalendarCountryById((long)country_id,country))
      return(false);
   int n=ArraySize(g_countries);
   ArrayResize(g_countries,n+1,64);
   g_countries[n]=country;
   return(true);
}

string ImportanceName(const ENUM_CALENDAR_EVENT_IMPORTANCE importance)
{
   if(importance==CALENDAR_IMPORTANCE_LOW)
      return("low");
   if(importance==CALENDAR_IMPORTANCE_MODERATE)
      return("moderate");
   return(importance==CALENDAR_IMPORTANCE_HIGH ? "high" : "none");
}

string TimeModeName(const ENUM_CALENDAR_EVENT_TIMEMODE mode)
{
   if(mode==CALENDAR_TIMEMODE_DATETIME)
      return("exact");
   if(mode==CALENDAR_TIMEMODE_DATE)
      return("day");
   return(mode==CALENDAR_TIMEMODE_NOTIME ? "none" : "tentative");
}

//--- a value the source does not have is null
string CalendarNumber(const string key,const long value)
{
   return("\""+key+"\":"+(value==LONG_MIN ? "null" : Decimal((double)value/OT_CALENDAR_UNIT,6)));
}

string CalendarRow(const MqlCalendarValue &value,const MqlCalendarEvent &event,const MqlCalendarCountry &country)
{
   return("{"+LongPair("id",(long)value.id)+","+LongPair("event_id",(long)value.event_id)+","+LongPair("time",ToUtcMs(value.time))+","
          +TextPair("currency",country.currency)+","+TextPair("country",country.code)+","+TextPair("name",event.name)+","
          +TextPair("importance",ImportanceName(event.importance))+","+TextPair("time_mode",TimeModeName(event.time_mode))+","
          +TextPair("unit",Lower(StringSubstr(EnumToString(event.unit),StringLen("CALENDAR_UNIT_"))))+","
          +TextPair("multiplier",Lower(StringSubstr(EnumToString(event.multiplier),StringLen("CALENDAR_MULTIPLIER_"))))+","
          +LongPair("digits",(long)event.digits)+","+CalendarNumber("actual",value.actual_value)+","
          +CalendarNumber("forecast",value.forecast_value)+","+CalendarNumber("previous",value.prev_value)+","
          +CalendarNumber("revised",value.revised_prev_value)+"}");
}

//--- The filter by currency is ours: the function's own needs a NULL for "any country".
void OpCalendar(const long id,const JsonField &fields[])
{
   string fault="";
   Cursor cursor;
   long from=JsonLong(fields,"from",fault);
   long to=JsonLong(fields,"to",fault);
   string currencies=JsonString(fields,"currencies");
   if(fault!="" || from<=0 || to<=from || !CursorRead(JsonString(fields,"cursor"),from,cursor))
   {
      ReplyBadRequest(id,"calendar needs from and to in UTC milliseconds; cursor is the text of the last answer");
      return;
   }
   MqlCalendarValue values[];
   ResetLastError();
   bool read=CalendarValueHistory(values,ToServer(cursor.time),ToServer(to));
   int error=GetLastError();
   if(!read && error!=0 && error!=ERR_CALENDAR_NO_DATA)
   {
      ReplyFailed(id,"CALENDAR",error,"the terminal's calendar does not answer",true);
      return;
   }
   Cursor next=cursor;
   long passed=cursor.skip;
   int given=0;
   bool more=false;
   RowsOpen(id);
   for(int i=0; i<ArraySize(values) && !more; i++)
   {
      long time=ToUtcMs(values[i].time);
      MqlCalendarEvent event;
      MqlCalendarCountry country;
      if(time<cursor.time || time>=to || !CalendarEventOf(values[i].event_id,event) || !CalendarCountryOf(event.country_id,country))
         continue;
      if(currencies!="" && !ListHolds(currencies,country.currency))
         continue;
      if(time==cursor.time && passed>0)
      {
         passed--;
         continue;
      }
      more=given==OT_RECORD_LIMIT;
      if(more)
         break;
      RowsAdd(CalendarRow(values[i],event,country));
      CursorPass(next,time);
      given++;
   }
   RowsClose(more ? CursorText(next) : "");
}
