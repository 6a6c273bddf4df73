; Offers the program for .zip under "Open with". A bundle is a plain ZIP, so the default of the
; whole kind of file is never taken (electron-builder's own associations would take it).
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\cn.shenbaoxia.bundle" "" "申报匣提交包"
  WriteRegStr SHELL_CONTEXT "Software\Classes\cn.shenbaoxia.bundle\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  WriteRegStr SHELL_CONTEXT "Software\Classes\.zip\OpenWithProgids" "cn.shenbaoxia.bundle" ""
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\cn.shenbaoxia.bundle"
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.zip\OpenWithProgids" "cn.shenbaoxia.bundle"
!macroend
