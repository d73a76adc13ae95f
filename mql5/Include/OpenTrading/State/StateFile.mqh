//+------------------------------------------------------------------+
//| StateFile.mqh - small files of the expert that survive a crash    |
//+------------------------------------------------------------------+
string StatePath(const string name)
{
   return(OT_FOLDER+"\\"+name);
}

//--- the first line, or "" when there is none
string StateRead(const string name)
{
   string path=StatePath(name);
   if(!FileIsExist(path))
      return("");
   int file=FileOpen(path,FILE_READ|FILE_BIN|FILE_SHARE_READ);
   if(file==INVALID_HANDLE)
      return("");
   uchar bytes[];
   int size=(int)FileSize(file);
   int count=size>0 ? (int)FileReadArray(file,bytes,0,size) : 0;
   FileClose(file);
   int length=0;
   while(length<count && bytes[length]!='\n')
      length++;
   return(length>0 && length<count ? CharArrayToString(bytes,0,length,CP_UTF8) : "");
}

//--- written beside and moved over, so that a kill leaves either the old text or the new
bool StateWrite(const string name,const string text)
{
   string path=StatePath(name);
   int file=FileOpen(path+".new",FILE_WRITE|FILE_BIN);
   if(file==INVALID_HANDLE)
      return(false);
   uchar bytes[];
   int size=Utf8Bytes(text+"\n",bytes);
   bool written=(int)FileWriteArray(file,bytes,0,size)==size;
   FileFlush(file);
   FileClose(file);
   return(written && FileMove(path+".new",0,path,FILE_REWRITE));
}
